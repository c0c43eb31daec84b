/*
 * Objects that are a list of facts: aggregates, extended statistics, publications, subscriptions,
 * collations, event triggers. Their own words are no tokens of the lexer, so that a statement is looked at by these
 * rules only where its leading words have told what it is about. Each rule names the manual page it
 * follows.
 */
parser grammar PostgresDeclarations;

options { tokenVocab = PostgresLexer; }

declaration
  : ( createAggregate
    | createStatistics
    | alterStatistics
    | createCollation
    | alterCollation
    | createPublication
    | alterPublication
    | createEventTrigger
    | alterEventTrigger
    | dropDeclared
    ) SEMICOLON? EOF
  ;

// CREATE AGGREGATE; the old syntax says its one argument among the facts
createAggregate
  : CREATE (OR REPLACE)? AGGREGATE qualifiedName
    (LPAREN (STAR | orderedArguments) RPAREN)? declaredFacts
  ;

declaredFacts: LPAREN declaredFact (COMMA declaredFact)* RPAREN;

declaredFact: anyWord (EQUAL declaredValue)?;

declaredValue
  : stringConstant
  | signedNumber
  | TRUE
  | FALSE
  | typeName
  | NONE
  | reserved
  | OPERATOR LPAREN qualifiedOperator RPAREN
  | operatorSymbol
  ;

// CREATE STATISTICS
createStatistics
  : CREATE STATISTICS (IF NOT EXISTS)? qualifiedName? (LPAREN name (COMMA name)* RPAREN)?
    ON exprList FROM qualifiedName
  ;

// ALTER STATISTICS
alterStatistics
  : ALTER STATISTICS (IF EXISTS)? qualifiedName
    ( SET STATISTICS (signedNumber | DEFAULT)
    | RENAME TO name
    | SET SCHEMA name
    | OWNER TO roleName
    )
  ;

// CREATE COLLATION
createCollation
  : CREATE COLLATION (IF NOT EXISTS)? qualifiedName (declaredFacts | FROM qualifiedName)
  ;

// ALTER COLLATION
alterCollation
  : ALTER COLLATION qualifiedName
    (RENAME TO name | SET SCHEMA name | OWNER TO roleName | anyWord VERSION)
  ;

// CREATE PUBLICATION
createPublication
  : CREATE name name
    (FOR (ALL name | publishedObject (COMMA publishedObject)*))? (WITH storageParameters)?
  ;

publishedObject
  : TABLE? publishedTable
  | name IN SCHEMA (name | CURRENT_SCHEMA)
  ;

publishedTable: ONLY? qualifiedName STAR? nameList? (WHERE LPAREN expr RPAREN)?;

// ALTER PUBLICATION
alterPublication
  : ALTER name name
    ( (ADD | SET | DROP) publishedObject (COMMA publishedObject)*
    | SET storageParameters
    | RENAME TO name
    | OWNER TO roleName
    )
  ;

// CREATE EVENT TRIGGER
createEventTrigger
  : CREATE name TRIGGER name ON name (WHEN eventFilter (AND eventFilter)*)?
    EXECUTE (FUNCTION | PROCEDURE) qualifiedName LPAREN RPAREN
  ;

eventFilter: name IN LPAREN stringConstant (COMMA stringConstant)* RPAREN;

// ALTER EVENT TRIGGER
alterEventTrigger
  : ALTER name TRIGGER name
    (DISABLE | ENABLE name? | RENAME TO name | OWNER TO roleName)
  ;

subscriptionStatement
  : ( createSubscription
    | alterSubscription
    | dropSubscription
    ) SEMICOLON? EOF
  ;

// CREATE SUBSCRIPTION
createSubscription
  : CREATE name name name stringConstant name name (COMMA name)* (WITH storageParameters)?
  ;

// ALTER SUBSCRIPTION
alterSubscription
  : ALTER name name
    ( name stringConstant
    | (ADD | SET | DROP) name name (COMMA name)* (WITH storageParameters)?
    | ENABLE
    | DISABLE
    | SET storageParameters
    | RENAME TO name
    | OWNER TO roleName
    | anyWord name (WITH storageParameters)?
    | name storageParameters
    )
  ;

// DROP SUBSCRIPTION
dropSubscription: DROP name (IF EXISTS)? name dropBehavior?;

// DROP STATISTICS, DROP COLLATION, DROP PUBLICATION, DROP EVENT TRIGGER
dropDeclared
  : DROP (STATISTICS | COLLATION | name TRIGGER?) (IF EXISTS)?
    qualifiedName (COMMA qualifiedName)* dropBehavior?
  ;
