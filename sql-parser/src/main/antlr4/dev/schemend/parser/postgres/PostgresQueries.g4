/*
 * Queries (manual, SELECT), as far as the model has words for them: in views, in policies, in
 * expressions.
 */
parser grammar PostgresQueries;

options { tokenVocab = PostgresLexer; }

query: withClause? queryTerm orderBy? queryTail*;

loneQuery: query SEMICOLON? EOF;

withClause: WITH RECURSIVE? withQuery (COMMA withQuery)*;

withQuery: name nameList? AS (NOT? MATERIALIZED)? LPAREN query RPAREN;

queryTail
  : LIMIT (ALL | expr)
  | OFFSET expr (ROW | ROWS)?
  | FETCH (FIRST | NEXT) expr? (ROW | ROWS) (ONLY | WITH TIES)
  | FOR lockStrength (OF qualifiedName (COMMA qualifiedName)*)? (NOWAIT | SKIP_P LOCKED)?
  ;

lockStrength: UPDATE | NO KEY UPDATE | SHARE | KEY SHARE;

// INTERSECT binds tighter than UNION and EXCEPT.
queryTerm
  : simpleQuery                                                   # simpleTerm
  | queryTerm INTERSECT (ALL | DISTINCT)? queryTerm               # setTerm
  | queryTerm (UNION | EXCEPT) (ALL | DISTINCT)? queryTerm        # setTerm
  ;

simpleQuery
  : selectClause
  | VALUES valuesRow (COMMA valuesRow)*
  | TABLE ONLY? qualifiedName
  | LPAREN query RPAREN
  ;

valuesRow: LPAREN exprList RPAREN;

selectClause
  : SELECT (ALL | DISTINCT (ON LPAREN exprList RPAREN)?)? (selectItem (COMMA selectItem)*)?
    (FROM fromItem (COMMA fromItem)*)? (WHERE expr)? groupClause? (HAVING expr)?
    (WINDOW namedWindow (COMMA namedWindow)*)?
  ;

selectItem: STAR | expr (AS anyWord | name)?;

groupClause: GROUP BY (ALL | DISTINCT)? groupItem (COMMA groupItem)*;

groupItem
  : LPAREN RPAREN
  | (ROLLUP | CUBE) LPAREN exprList RPAREN
  | GROUPING SETS LPAREN groupItem (COMMA groupItem)* RPAREN
  | expr
  ;

namedWindow: name AS windowBody;

overClause: OVER (name | windowBody);

windowBody
  : LPAREN name? (PARTITION BY exprList)? orderBy? ((ROWS | RANGE | GROUPS) anyInside+)? RPAREN
  ;

orderBy: ORDER BY sortKey (COMMA sortKey)*;

sortKey: expr (ASC | DESC | USING sortOperator)? (NULLS (FIRST | LAST))?;

sortOperator: operatorSymbol | OPERATOR LPAREN qualifiedOperator RPAREN;

// ---------------------------------------------------------------- FROM

fromItem: fromPrimary joinTail*;

joinTail
  : CROSS JOIN fromPrimary
  | NATURAL joinKind? JOIN fromPrimary
  | joinKind? JOIN fromItem (ON expr | USING nameList (AS name)?)
  ;

joinKind: INNER | (LEFT | RIGHT | FULL) OUTER?;

fromPrimary
  : relationItem
  | LATERAL? LPAREN query RPAREN tableAlias?
  | LATERAL? rowsFunction (WITH ORDINALITY)? functionAlias?
  | LPAREN fromItem RPAREN tableAlias?
  ;

relationItem
  : (ONLY? qualifiedName STAR? | ONLY LPAREN qualifiedName RPAREN) tableAlias?
    (TABLESAMPLE anyName LPAREN exprList RPAREN (name LPAREN expr RPAREN)?)?
  ;

tableAlias: AS? name nameList?;

rowsFunction: functionCall | ROWS FROM LPAREN functionCall (COMMA functionCall)* RPAREN;

functionAlias
  : AS? name (nameList | rowDefinition)?
  | AS rowDefinition
  ;

rowDefinition: LPAREN attribute (COMMA attribute)* RPAREN;
