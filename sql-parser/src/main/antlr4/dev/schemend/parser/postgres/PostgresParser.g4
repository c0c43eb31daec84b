/*
 * The data definition statements of PostgreSQL that the model knows, and the expressions in them.
 * Each rule names the manual page it follows. What the server accepts and the model does not know
 * is spelled out as "unmodelled" where it may stand inside a modelled statement, so that it is never
 * mistaken for a syntax error.
 */
parser grammar PostgresParser;

options { tokenVocab = PostgresLexer; }

import PostgresQueries, PostgresObjects, PostgresDeclarations, PostgresExtending;

statement: ddl SEMICOLON? EOF;

loneExpression: expr EOF;

loneType: typeName EOF;

loneSignature: routineSignature EOF;

ddl
  : createSchema
  | dropStatement
  | alterSchema
  | createTable
  | alterTable
  | createIndex
  | alterIndex
  | createEnum
  | alterType
  | createSequence
  | alterSequence
  | commentOn
  | objectStatement
  ;

// ---------------------------------------------------------------- schemas, drops

// CREATE SCHEMA
createSchema
  : CREATE SCHEMA (IF NOT EXISTS)?
    (name (AUTHORIZATION roleName)? | AUTHORIZATION roleName) schemaElement*
  ;

schemaElement
  : createTable
  | createIndex
  | createSequence
  | createView
  | createTrigger
  | GRANT grantToken+
  ;

grantToken: ~(SEMICOLON | CREATE);

roleName: name | CURRENT_USER | CURRENT_ROLE | SESSION_USER;

// ALTER SCHEMA
alterSchema: ALTER SCHEMA name (RENAME TO name | OWNER TO roleName);

// DROP SCHEMA, DROP TABLE, DROP INDEX, DROP TYPE, DROP SEQUENCE
dropStatement
  : DROP (SCHEMA | TABLE | INDEX CONCURRENTLY? | TYPE | SEQUENCE) (IF EXISTS)?
    qualifiedName (COMMA qualifiedName)* dropBehavior?
  ;

dropBehavior: CASCADE | RESTRICT;

// ---------------------------------------------------------------- CREATE TABLE

createTable
  : CREATE persistence? TABLE (IF NOT EXISTS)? qualifiedName
    ( LPAREN (tableElement (COMMA tableElement)*)? RPAREN inheritsClause? partitionBy? tableSuffix
    | OF qualifiedName typedElements? partitionBy? tableSuffix
    | PARTITION OF qualifiedName typedElements? partitionBound partitionBy? tableSuffix
    | nameList? tableSuffix AS (query (WITH NO? DATA)? | carriedQuery | preparedQuery)
    )
  ;

persistence: (LOCAL | GLOBAL)? (TEMP | TEMPORARY) | UNLOGGED;

tableSuffix
  : (USING name)? (WITH storageParameters | WITHOUT OIDS)?
    (ON COMMIT (DROP | (DELETE | PRESERVE) ROWS))? (TABLESPACE name)?
  ;

preparedQuery: EXECUTE anyToken+;

tableElement: columnDefinition | tableConstraint | likeClause;

likeClause: LIKE qualifiedName likeOption*;

likeOption: (INCLUDING | EXCLUDING) anyWord;

inheritsClause: INHERITS LPAREN qualifiedName (COMMA qualifiedName)* RPAREN;

typedElements: LPAREN typedElement (COMMA typedElement)* RPAREN;

typedElement: typedColumn | tableConstraint;

typedColumn: name (WITH OPTIONS)? columnOption*;

// RANGE, LIST or HASH; only the first of them is a key word.
partitionBy: PARTITION BY name LPAREN partitionPart (COMMA partitionPart)* RPAREN;

partitionPart: (name | keyExpression) (COLLATE anyName)? operatorClassName?;

operatorClassName: anyName;

// MINVALUE and MAXVALUE are read as names.
partitionBound
  : DEFAULT
  | FOR VALUES IN LPAREN exprList RPAREN
  | FOR VALUES FROM LPAREN exprList RPAREN TO LPAREN exprList RPAREN
  | FOR VALUES WITH LPAREN hashPart (COMMA hashPart)* RPAREN
  ;

hashPart: name INTEGER;

columnDefinition: name typeName columnOption*;

columnOption
  : COLLATE anyName
  | STORAGE (name | DEFAULT)
  | COMPRESSION (name | DEFAULT)
  | columnConstraint constraintAttribute*
  ;

columnConstraint
  : (CONSTRAINT name)?
    ( NOT NULL (NO INHERIT)?
    | NULL
    | DEFAULT bExpr
    | GENERATED (ALWAYS | BY DEFAULT) AS IDENTITY (LPAREN sequenceOption+ RPAREN)?
    | GENERATED ALWAYS AS LPAREN expr RPAREN (STORED | VIRTUAL)?
    | CHECK LPAREN expr RPAREN
    | UNIQUE nullsDistinct? indexParameters
    | PRIMARY KEY indexParameters
    | references
    )
  ;

tableConstraint: (CONSTRAINT name)? constraintBody constraintAttribute*;

constraintBody
  : CHECK LPAREN expr RPAREN
  | NOT NULL name
  | UNIQUE nullsDistinct? keyColumns includeClause? indexParameters
  | PRIMARY KEY keyColumns includeClause? indexParameters
  | FOREIGN KEY foreignColumns references
  | EXCLUDE (USING name)? LPAREN exclusionPart (COMMA exclusionPart)* RPAREN includeClause?
    indexParameters (WHERE LPAREN expr RPAREN)?
  ;

exclusionPart: indexPart WITH (operatorSymbol | OPERATOR LPAREN qualifiedOperator RPAREN);

references: REFERENCES qualifiedName foreignColumns? matchType? referentialAction*;

keyColumns: LPAREN name (COMMA name)* (WITHOUT OVERLAPS)? RPAREN;

foreignColumns: LPAREN name (COMMA name)* (COMMA PERIOD name)? RPAREN;

matchType: MATCH (FULL | PARTIAL | SIMPLE);

referentialAction: ON (DELETE | UPDATE) referentialEffect nameList?;

referentialEffect: NO ACTION | RESTRICT | CASCADE | SET (NULL | DEFAULT);

constraintAttribute
  : NOT? DEFERRABLE
  | INITIALLY (DEFERRED | IMMEDIATE)
  | NOT VALID
  | NO INHERIT
  | NOT? ENFORCED
  ;

nullsDistinct: NULLS NOT? DISTINCT;

indexParameters: (WITH storageParameters)? (USING INDEX TABLESPACE name)?;

includeClause: INCLUDE nameList;

storageParameters: LPAREN storageParameter (COMMA storageParameter)* RPAREN;

storageParameter: anyWord (DOT anyWord)? (EQUAL parameterValue)?;

parameterValue: anyWord | signedNumber | stringConstant | NONE;

// ---------------------------------------------------------------- ALTER TABLE

alterTable
  : ALTER TABLE (IF EXISTS)? relation
    ( RENAME COLUMN? name TO name
    | RENAME CONSTRAINT name TO name
    | RENAME TO name
    | SET SCHEMA name
    | ATTACH PARTITION qualifiedName partitionBound
    | DETACH PARTITION qualifiedName (CONCURRENTLY | FINALIZE)?
    | tableAction (COMMA tableAction)*
    )
  | ALTER TABLE ALL IN TABLESPACE name (OWNED BY roleName (COMMA roleName)*)?
    SET TABLESPACE name name?
  ;

relation: qualifiedName STAR? | ONLY (qualifiedName | LPAREN qualifiedName RPAREN);

tableAction
  : ADD COLUMN? (IF NOT EXISTS)? columnDefinition                                   # addColumn
  | DROP COLUMN? (IF EXISTS)? name dropBehavior?                                    # dropColumn
  | ALTER COLUMN? name (SET DATA)? TYPE typeName (COLLATE anyName)? (USING expr)?   # alterColumnType
  | ALTER COLUMN? name SET DEFAULT expr                                             # setDefault
  | ALTER COLUMN? name DROP DEFAULT                                                 # dropDefault
  | ALTER COLUMN? name SET NOT NULL                                                 # setNotNull
  | ALTER COLUMN? name DROP NOT NULL                                                # dropNotNull
  | ALTER COLUMN? name ADD GENERATED (ALWAYS | BY DEFAULT) AS IDENTITY
    (LPAREN sequenceOption+ RPAREN)?                                                # addIdentity
  | ALTER COLUMN? name identityChange+                                              # setIdentity
  | ALTER COLUMN? name DROP IDENTITY (IF EXISTS)?                                   # dropIdentity
  | ALTER COLUMN? name DROP EXPRESSION (IF EXISTS)?                                 # dropExpression
  | ADD (CONSTRAINT name)? (UNIQUE | PRIMARY KEY) USING INDEX name
    constraintAttribute*                                                            # addFromIndex
  | ADD tableConstraint                                                             # addConstraint
  | DROP CONSTRAINT (IF EXISTS)? name dropBehavior?                                 # dropConstraint
  | VALIDATE CONSTRAINT name                                                        # validateConstraint
  | ALTER CONSTRAINT name (constraintAttribute+ | INHERIT)                          # alterConstraint
  | SET storageParameters                                                           # setStorage
  | firing TRIGGER (ALL | USER | name)                                              # setTrigger
  | firing RULE name                                                                # setRule
  | RESET storageParameters                                                         # resetStorage
  | NO? INHERIT qualifiedName                                                       # inherit
  | OF qualifiedName                                                                # ofType
  | NOT OF                                                                          # ofType
  | SET (LOGGED | UNLOGGED)                                                         # setLogged
  | (ENABLE | DISABLE | NO? FORCE) ROW LEVEL SECURITY                               # rowSecurity
  | REPLICA IDENTITY (NOTHING | FULL | DEFAULT | USING INDEX name)                  # replicaIdentity
  | CLUSTER ON name                                                                 # clusterOn
  | SET WITHOUT CLUSTER                                                             # clusterOn
  | SET TABLESPACE name                                                             # setTablespace
  | SET ACCESS METHOD (name | DEFAULT)                                              # setAccessMethod
  | ALTER COLUMN? (name | INTEGER) SET STATISTICS (signedNumber | DEFAULT)          # setStatistics
  | ALTER COLUMN? name SET STORAGE (name | DEFAULT)                                 # setColumnStorage
  | ALTER COLUMN? name SET COMPRESSION (name | DEFAULT)                             # setCompression
  | ALTER COLUMN? name (SET | RESET) storageParameters                              # columnParameters
  | ALTER COLUMN? name SET EXPRESSION AS LPAREN expr RPAREN                         # setExpression
  | inertAction                                                                     # inert
  ;

identityChange: SET GENERATED (ALWAYS | BY DEFAULT) | SET sequenceOption | RESTART (WITH? signedNumber)?;

firing: ENABLE (ALWAYS | REPLICA)? | DISABLE;

// Actions that change nothing the model holds: owner, options of foreign tables.
inertAction
  : OWNER TO roleName
  | SET WITHOUT OIDS
  | OPTIONS LPAREN (anyInside | COMMA)+ RPAREN
  | ALTER COLUMN? name OPTIONS LPAREN (anyInside | COMMA)+ RPAREN
  ;

// ---------------------------------------------------------------- indexes

// CREATE INDEX
createIndex
  : CREATE UNIQUE? INDEX CONCURRENTLY? ((IF NOT EXISTS)? name)? ON relation (USING name)?
    LPAREN indexPart (COMMA indexPart)* RPAREN includeClause? nullsDistinct?
    (WITH storageParameters)? (TABLESPACE name)? (WHERE expr)?
  ;

indexPart
  : (name | keyExpression) (COLLATE anyName)? operatorClass? (ASC | DESC)? (NULLS (FIRST | LAST))?
  ;

keyExpression
  : functionCall
  | specialCall
  | CAST LPAREN expr AS typeName RPAREN
  | LPAREN expr RPAREN
  ;

operatorClass: anyName storageParameters?;

// ALTER INDEX
alterIndex
  : ALTER INDEX (IF EXISTS)? qualifiedName
    ( RENAME TO name
    | ATTACH PARTITION qualifiedName
    | (SET | RESET) storageParameters
    | SET TABLESPACE name
    | ALTER COLUMN? INTEGER SET STATISTICS (signedNumber | DEFAULT)
    | indexColumnAction
    | NO? DEPENDS ON EXTENSION name
    | OWNER TO roleName
    )
  | ALTER INDEX ALL IN TABLESPACE name (OWNED BY roleName (COMMA roleName)*)?
    SET TABLESPACE name name?
  ;

// The server reads it, and refuses it for every index.
indexColumnAction: ALTER COLUMN? name (SET | RESET) storageParameters;

// ---------------------------------------------------------------- enumerated types

// CREATE TYPE
createEnum
  : CREATE TYPE qualifiedName AS ENUM LPAREN (stringConstant (COMMA stringConstant)*)? RPAREN
  ;

// ALTER TYPE
alterType
  : ALTER TYPE qualifiedName
    ( ADD VALUE (IF NOT EXISTS)? stringConstant ((BEFORE | AFTER) stringConstant)?
    | RENAME VALUE stringConstant TO stringConstant
    | RENAME TO name
    | SET SCHEMA name
    | OWNER TO roleName
    | RENAME ATTRIBUTE name TO name dropBehavior?
    | attributeAction (COMMA attributeAction)*
    | baseTypeAction
    )
  ;

// Composite types.
attributeAction
  : ADD ATTRIBUTE attribute dropBehavior?
  | DROP ATTRIBUTE (IF EXISTS)? name dropBehavior?
  | ALTER ATTRIBUTE name (SET DATA)? TYPE typeName (COLLATE anyName)? dropBehavior?
  ;

// Base types.
baseTypeAction: SET baseTypeFacts;

// ---------------------------------------------------------------- sequences

// CREATE SEQUENCE
createSequence: CREATE persistence? SEQUENCE (IF NOT EXISTS)? qualifiedName sequenceOption*;

// ALTER SEQUENCE
alterSequence
  : ALTER SEQUENCE (IF EXISTS)? qualifiedName
    ( RENAME TO name
    | SET SCHEMA name
    | OWNER TO roleName
    | SET (LOGGED | UNLOGGED)
    | sequenceOption+
    )
  ;

sequenceOption
  : AS typeName
  | INCREMENT BY? signedNumber
  | MINVALUE signedNumber
  | MAXVALUE signedNumber
  | NO (MINVALUE | MAXVALUE)
  | START WITH? signedNumber
  | RESTART (WITH? signedNumber)?
  | CACHE signedNumber
  | NO? CYCLE
  | OWNED BY (NONE | ownerColumn)
  | SEQUENCE name qualifiedName
  ;

ownerColumn: name (DOT anyWord)+;

// ---------------------------------------------------------------- expressions (chapter 4.2)

// Binding strength as in table 4.2, the strongest first.
expr
  : primary                                                       # primaryExpr
  | expr TYPECAST typeName                                        # castExpr
  | expr LBRACKET subscript RBRACKET                              # subscriptExpr
  | expr LBRACKET subscript RBRACKET (DOT anyWord)+               # fieldExpr
  | (PLUS | MINUS) expr                                           # signExpr
  | expr COLLATE anyName                                          # collateExpr
  | expr AT TIME ZONE expr                                        # atTimeZoneExpr
  | expr CARET expr                                               # binaryExpr
  | expr (STAR | SLASH | PERCENT) expr                            # binaryExpr
  | expr (PLUS | MINUS) expr                                      # binaryExpr
  | expr otherOperator expr                                       # binaryExpr
  | otherOperator expr                                            # prefixExpr
  | expr anyOrAllOperator (ANY | SOME | ALL) LPAREN query RPAREN  # quantifiedQueryExpr
  | expr anyOrAllOperator (ANY | SOME | ALL) LPAREN expr RPAREN   # quantifiedExpr
  | expr NOT? IN LPAREN query RPAREN                              # inQueryExpr
  | expr NOT? IN LPAREN exprList RPAREN                           # inExpr
  | expr NOT? BETWEEN bExpr AND expr                              # betweenExpr
  | expr NOT? (LIKE | ILIKE | SIMILAR TO) expr                    # likeExpr
  | expr ESCAPE expr                                              # escapeExpr
  | expr OVERLAPS expr                                            # overlapsExpr
  | expr comparison expr                                          # binaryExpr
  | expr IS NOT? DISTINCT FROM expr                               # distinctExpr
  | expr (IS NOT? (NULL | TRUE | FALSE | UNKNOWN) | ISNULL | NOTNULL)   # testExpr
  | NOT expr                                                      # notExpr
  | expr AND expr                                                 # binaryExpr
  | expr OR expr                                                  # binaryExpr
  ;

// What DEFAULT and BETWEEN take: no AND, no postfix tests, no COLLATE, no AT TIME ZONE.
bExpr
  : primary                                                       # primaryB
  | bExpr TYPECAST typeName                                       # castB
  | bExpr LBRACKET subscript RBRACKET                             # subscriptB
  | (PLUS | MINUS) bExpr                                          # signB
  | bExpr CARET bExpr                                             # binaryB
  | bExpr (STAR | SLASH | PERCENT) bExpr                          # binaryB
  | bExpr (PLUS | MINUS) bExpr                                    # binaryB
  | bExpr otherOperator bExpr                                     # binaryB
  | otherOperator bExpr                                           # prefixB
  | bExpr comparison bExpr                                        # binaryB
  | bExpr IS NOT? DISTINCT FROM bExpr                             # distinctB
  ;

comparison: EQUAL | NOT_EQUAL | LESS | GREATER | LESS_OR_EQUAL | GREATER_OR_EQUAL;

otherOperator: ANY_OPERATOR | OPERATOR LPAREN qualifiedOperator RPAREN;

anyOrAllOperator: operatorSymbol | OPERATOR LPAREN qualifiedOperator RPAREN | NOT? (LIKE | ILIKE);

qualifiedOperator: (name DOT)* operatorSymbol;

operatorSymbol
  : comparison | ANY_OPERATOR | PLUS | MINUS | STAR | SLASH | PERCENT | CARET
  ;

subscript: expr | expr? COLON expr?;

exprList: expr (COMMA expr)*;

primary
  : constant                                                      # constantPrimary
  | specialCall                                                   # specialPrimary
  | functionCall                                                  # callPrimary
  | columnReference                                               # columnPrimary
  | CASE expr? caseWhen+ (ELSE expr)? END                         # casePrimary
  | CAST LPAREN expr AS typeName RPAREN                           # castPrimary
  | ARRAY LBRACKET arrayElements? RBRACKET                        # arrayPrimary
  | ROW LPAREN exprList? RPAREN                                   # rowPrimary
  | LPAREN expr COMMA exprList RPAREN                             # rowPrimary
  | LPAREN expr RPAREN                                            # bracketPrimary
  | LPAREN expr RPAREN (DOT anyWord)+                             # fieldPrimary
  | LPAREN expr RPAREN DOT STAR                                   # opaquePrimary
  | starReference                                                 # starPrimary
  | PARAMETER                                                     # opaquePrimary
  | GROUPING LPAREN exprList RPAREN                               # groupingPrimary
  | opaqueCallWord LPAREN (anyInside | COMMA)* RPAREN             # opaquePrimary
  | (EXISTS | ARRAY)? LPAREN query RPAREN                         # queryPrimary
  | (EXISTS | ARRAY)? LPAREN (SELECT | WITH) (anyInside | COMMA)* RPAREN    # opaquePrimary
  ;

arrayElements: arrayElement (COMMA arrayElement)*;

arrayElement: expr | LBRACKET arrayElements? RBRACKET;

caseWhen: WHEN expr THEN expr;

constant
  : NULL
  | TRUE
  | FALSE
  | INTEGER
  | DECIMAL
  | stringConstant
  | BIT_STRING
  | simpleType stringConstant
  | INTERVAL stringConstant intervalFields
  ;

stringConstant: STRING | ESCAPE_STRING | NATIONAL_STRING | UNICODE_STRING | DOLLAR_STRING;

columnReference: name (DOT anyWord)*;

starReference: name (DOT anyWord)* DOT STAR;

functionCall
  : functionName LPAREN callArguments? RPAREN
    (WITHIN GROUP LPAREN orderBy RPAREN)? (FILTER LPAREN WHERE expr RPAREN)? overClause?
  ;

callArguments
  : STAR
  | (ALL | DISTINCT)? callArgument (COMMA callArgument)* (COMMA VARIADIC callArgument)? orderBy?
  | VARIADIC callArgument orderBy?
  ;

callArgument: (argumentName COLON EQUAL)? expr;

functionName: functionWord | name (DOT anyWord)+;

functionWord
  : plainName | nonReserved | functionOrTypeWord
  | COALESCE | GREATEST | LEAST | NULLIF | SUBSTRING
  ;

// Functions with a syntax of their own (9.4, 9.9, 9.26); the plain form of the rest is a call.
specialCall
  : EXTRACT LPAREN (anyWord | stringConstant) FROM expr RPAREN
  | SUBSTRING LPAREN expr (FROM expr (FOR expr)? | FOR expr (FROM expr)?) RPAREN
  | POSITION LPAREN bExpr IN bExpr RPAREN
  | OVERLAY LPAREN expr PLACING expr FROM expr (FOR expr)? RPAREN
  | TRIM LPAREN (BOTH | LEADING | TRAILING)? (expr? FROM)? exprList RPAREN
  | (CURRENT_TIME | CURRENT_TIMESTAMP | LOCALTIME | LOCALTIMESTAMP) (LPAREN INTEGER RPAREN)?
  | CURRENT_DATE
  | CURRENT_USER
  | CURRENT_ROLE
  | SESSION_USER
  | USER
  | CURRENT_CATALOG
  | CURRENT_SCHEMA
  ;

// ---------------------------------------------------------------- types (chapter 8)

typeName: SETOF? simpleType (ARRAY (LBRACKET INTEGER RBRACKET)? | (LBRACKET INTEGER? RBRACKET)*);

simpleType
  : DOUBLE PRECISION
  | (CHARACTER | CHAR | NCHAR | NATIONAL (CHARACTER | CHAR)) VARYING? typeModifiers?
  | BIT VARYING? typeModifiers?
  | (TIME | TIMESTAMP) typeModifiers? ((WITH | WITHOUT) TIME ZONE)?
  | INTERVAL intervalFields? typeModifiers?
  | typeWord (DOT anyWord)* typeModifiers?
  ;

typeWord: plainName | nonReserved | functionOrTypeWord;

intervalFields
  : YEAR (TO MONTH)?
  | MONTH
  | DAY (TO (HOUR | MINUTE | SECOND))?
  | HOUR (TO (MINUTE | SECOND))?
  | MINUTE (TO SECOND)?
  | SECOND
  ;

typeModifiers: LPAREN typeModifier (COMMA typeModifier)* RPAREN;

typeModifier: signedNumber | anyWord | stringConstant;

// ---------------------------------------------------------------- names (4.1.1, appendix C)

qualifiedName: name (DOT anyWord)*;

anyName: name (DOT anyWord)*;

nameList: LPAREN name (COMMA name)* RPAREN;

name: plainName | nonReserved | notFunctionOrType;

plainName: IDENTIFIER | QUOTED_IDENTIFIER | UNICODE_IDENTIFIER;

signedNumber: (PLUS | MINUS)? (INTEGER | DECIMAL);

// Behind a dot every word is a name.
anyWord: name | functionOrTypeWord | reserved;

anyToken: ~SEMICOLON;

// A stretch of a list whose inner commas stand in brackets.
anyInside: ~(LPAREN | RPAREN | COMMA | SEMICOLON) | LPAREN (anyInside | COMMA)* RPAREN;

nonReserved
  : ACCESS | ACTION | ADD | AFTER | AGGREGATE | ALSO | ALTER | ALWAYS | AT | ATOMIC | ATTACH | ATTRIBUTE
  | BEFORE | BEGIN | BY | CACHE | CALLED | CASCADE | CASCADED | CLUSTER | COMMENT | COMMIT | COMPRESSION
  | COST | CUBE | CURRENT | CYCLE | DATA | DAY | DEFERRED | DEFINER | DELETE | DEPENDS | DETACH | DISABLE
  | DOMAIN | DOUBLE | DROP | EACH | ENABLE | ENFORCED | ENUM | ESCAPE | EXCLUDE | EXCLUDING | EXECUTE
  | EXPRESSION | EXTENSION | EXTERNAL | FILTER | FINALIZE | FIRST | FORCE | FUNCTION | GENERATED | GLOBAL
  | GROUPS | HOUR | IDENTITY | IF | IMMEDIATE | IMMUTABLE | INCLUDE | INCLUDING | INCREMENT | INDEX
  | INHERIT | INHERITS | INPUT | INSERT | INSTEAD | INVOKER | KEY | LANGUAGE | LAST | LEAKPROOF | LEVEL
  | LOCAL | LOCKED | LOGGED | MATCH | MATERIALIZED | MAXVALUE | METHOD | MINUTE | MINVALUE | MONTH | NEW
  | NEXT | NO | NOTHING | NOWAIT | NULLS | OF | OIDS | OLD | OPERATOR | OPTION | OPTIONS | ORDINALITY
  | OVER | OWNED | OWNER | PARALLEL | PARTIAL | PARTITION | PERIOD | POLICY | PRESERVE | PROCEDURE | RANGE
  | RECURSIVE | REFERENCING | RENAME | REPLACE | REPLICA | RESET | RESTART | RESTRICT | RETURN | RETURNS
  | ROLLUP | ROUTINE | ROWS | RULE | SCHEMA | SECOND | SECURITY | SEQUENCE | SET | SETS | SHARE | SIMPLE
  | SKIP_P | STABLE | START | STATEMENT | STATISTICS | STORAGE | STORED | STRICT | SUPPORT | TABLESPACE
  | TEMP | TEMPORARY | TIES | TRANSFORM | TRIGGER | TRUNCATE | TYPE | TYPES | UNKNOWN | UNLOGGED | UPDATE
  | VALID | VALIDATE | VALUE | VARYING | VERSION | VIEW | VIRTUAL | VOLATILE | WITHIN | WITHOUT | YEAR
  | ZONE
  ;

notFunctionOrType
  : BETWEEN | BIT | CHAR | CHARACTER | COALESCE | EXISTS | EXTRACT | GREATEST | INTERVAL | LEAST
  | NATIONAL | NCHAR | NONE | NULLIF | OVERLAY | POSITION | PRECISION | ROW | SETOF | SUBSTRING
  | TIME | TIMESTAMP | TRIM | GROUPING | VALUES | INOUT | OUT | opaqueCallWord
  ;

// Calls with a syntax of their own that the model has no words for (9.15, 9.16).
opaqueCallWord
  : JSON_ARRAY | JSON_ARRAYAGG | JSON_EXISTS | JSON_OBJECT | JSON_OBJECTAGG | JSON_QUERY
  | JSON_SCALAR | JSON_SERIALIZE | JSON_VALUE | NORMALIZE | TREAT | XMLCONCAT | XMLELEMENT
  | XMLEXISTS | XMLFOREST | XMLPARSE | XMLPI | XMLROOT | XMLSERIALIZE
  ;

functionOrTypeWord
  : AUTHORIZATION | BINARY | COLLATION | CONCURRENTLY | CROSS | CURRENT_SCHEMA | FREEZE | FULL
  | ILIKE | INNER | IS | ISNULL | JOIN | LEFT | LIKE | NATURAL | NOTNULL | OUTER | OVERLAPS | RIGHT
  | SIMILAR | TABLESAMPLE | VERBOSE
  ;

reserved
  : ALL | ANALYSE | ANALYZE | AND | ANY | ARRAY | AS | ASC | ASYMMETRIC | BOTH | CASE | CAST
  | CHECK | COLLATE | COLUMN | CONSTRAINT | CREATE | CURRENT_CATALOG | CURRENT_DATE
  | CURRENT_ROLE | CURRENT_TIME | CURRENT_TIMESTAMP | CURRENT_USER | DEFAULT | DEFERRABLE | DESC
  | DISTINCT | DO | ELSE | END | EXCEPT | FALSE | FETCH | FOR | FOREIGN | FROM | GRANT | GROUP
  | HAVING | IN | INITIALLY | INTERSECT | INTO | LATERAL | LEADING | LIMIT | LOCALTIME
  | LOCALTIMESTAMP | NOT | NULL | OFFSET | ON | ONLY | OR | ORDER | PLACING | PRIMARY
  | REFERENCES | RETURNING | SELECT | SESSION_USER | SOME | SYMMETRIC | TABLE | THEN | TO
  | TRAILING | TRUE | UNION | UNIQUE | USER | USING | VARIADIC | WHEN | WHERE | WINDOW | WITH
  ;
