/*
 * Objects other than tables, their columns, indexes, sequences and enums: views, routines, triggers,
 * policies, rules, domains, composite and range types, extensions, comments. Each rule names the
 * manual page it follows.
 */
parser grammar PostgresObjects;

options { tokenVocab = PostgresLexer; }

objectStatement
  : createView
  | createMaterializedView
  | alterView
  | createRoutine
  | alterRoutine
  | createTrigger
  | alterTrigger
  | createPolicy
  | alterPolicy
  | createRule
  | alterRule
  | createDomain
  | alterDomain
  | createComposite
  | createRange
  | createExtension
  | alterExtension
  | dropObjects
  ;

// ---------------------------------------------------------------- views

temporary: (LOCAL | GLOBAL)? (TEMP | TEMPORARY);

// CREATE VIEW
createView
  : CREATE (OR REPLACE)? temporary? RECURSIVE? VIEW qualifiedName nameList? (WITH storageParameters)?
    AS (query (WITH (CASCADED | LOCAL)? CHECK OPTION)? | carriedQuery)
  ;

// CREATE MATERIALIZED VIEW
createMaterializedView
  : CREATE MATERIALIZED VIEW (IF NOT EXISTS)? qualifiedName nameList? (USING name)?
    (WITH storageParameters)? (TABLESPACE name)? AS (query (WITH NO? DATA)? | carriedQuery)
  ;

// What the model has no words for, such as XMLTABLE.
carriedQuery: (SELECT | WITH | LPAREN | VALUES | TABLE) anyToken+;

// ALTER VIEW, ALTER MATERIALIZED VIEW
alterView
  : ALTER MATERIALIZED? VIEW (IF EXISTS)? qualifiedName
    ( RENAME TO name
    | RENAME COLUMN? name TO name
    | SET SCHEMA name
    | ALTER COLUMN? name (SET DEFAULT expr | DROP DEFAULT)
    | SET storageParameters
    | RESET LPAREN name (COMMA name)* RPAREN
    | OWNER TO roleName
    | tableAction (COMMA tableAction)*
    | NO? DEPENDS anyInside+
    )
  | ALTER MATERIALIZED VIEW ALL IN TABLESPACE name (OWNED BY roleName (COMMA roleName)*)?
    SET TABLESPACE name name?
  ;

// ---------------------------------------------------------------- routines

// CREATE FUNCTION, CREATE PROCEDURE
createRoutine
  : CREATE (OR REPLACE)? (FUNCTION | PROCEDURE) qualifiedName routineArguments
    (RETURNS (routineType | TABLE LPAREN tableColumn (COMMA tableColumn)* RPAREN))?
    routineOption*
  ;

routineArguments: LPAREN (routineArgument (COMMA routineArgument)*)? RPAREN;

routineArgument
  : (argumentMode argumentName? | argumentName argumentMode?)? routineType
    ((DEFAULT | EQUAL) expr)?
  ;

argumentMode: IN | OUT | INOUT | IN OUT | VARIADIC;

argumentName: plainName | nonReserved | functionOrTypeWord;

tableColumn: argumentName routineType;

routineType: SETOF? name (DOT anyWord)+ PERCENT TYPE | typeName;

routineOption
  : LANGUAGE (anyWord | stringConstant)
  | TRANSFORM FOR TYPE typeName (COMMA FOR TYPE typeName)*
  | WINDOW
  | routineAttribute
  | settingChange
  | AS stringConstant (COMMA stringConstant)?
  | RETURN expr
  | BEGIN ATOMIC atomicToken* END
  | WITH LPAREN name (COMMA name)* RPAREN
  ;

routineAttribute
  : IMMUTABLE
  | STABLE
  | VOLATILE
  | NOT? LEAKPROOF
  | CALLED ON NULL INPUT
  | RETURNS NULL ON NULL INPUT
  | STRICT
  | EXTERNAL? SECURITY (INVOKER | DEFINER)
  | PARALLEL anyWord
  | COST signedNumber
  | ROWS signedNumber
  | SUPPORT qualifiedName
  ;

settingChange
  : SET settingName (TO | EQUAL) (settingValue (COMMA settingValue)* | DEFAULT)
  | SET settingName FROM CURRENT
  | SET TIME ZONE settingValue
  | RESET (ALL | settingName)
  ;

settingName: name (DOT anyWord)?;

settingValue: stringConstant | signedNumber | anyWord;

atomicToken: ~EOF;

// ALTER FUNCTION, ALTER PROCEDURE, ALTER ROUTINE
alterRoutine
  : ALTER (FUNCTION | PROCEDURE | ROUTINE | AGGREGATE) routineSignature
    ( RENAME TO name
    | SET SCHEMA name
    | OWNER TO roleName
    | NO? DEPENDS ON EXTENSION name
    | (routineAttribute | settingChange)+ RESTRICT?
    )
  ;

routineSignature: qualifiedName (LPAREN (STAR | orderedArguments) RPAREN)?;

// An aggregate over ordered sets has two lists.
orderedArguments
  : (routineArgument (COMMA routineArgument)*)? (ORDER BY routineArgument (COMMA routineArgument)*)?
  ;

// ---------------------------------------------------------------- triggers, policies, rules

// CREATE TRIGGER
createTrigger
  : CREATE (OR REPLACE)? CONSTRAINT? TRIGGER name (BEFORE | AFTER | INSTEAD OF)
    triggerEvent (OR triggerEvent)* ON qualifiedName (FROM qualifiedName)? constraintAttribute*
    (REFERENCING transition+)? (FOR EACH? (ROW | STATEMENT))? (WHEN LPAREN expr RPAREN)?
    EXECUTE (FUNCTION | PROCEDURE) qualifiedName
    LPAREN (triggerArgument (COMMA triggerArgument)*)? RPAREN
  ;

triggerEvent: INSERT | DELETE | TRUNCATE | UPDATE (OF name (COMMA name)*)?;

transition: (OLD | NEW) (TABLE | ROW) AS? name;

triggerArgument: stringConstant | signedNumber | anyWord;

// ALTER TRIGGER
alterTrigger
  : ALTER TRIGGER name ON qualifiedName (RENAME TO name | NO? DEPENDS ON EXTENSION name)
  ;

// CREATE POLICY
createPolicy
  : CREATE POLICY name ON qualifiedName (AS name)? (FOR policyCommand)? policyClauses
  ;

policyCommand: ALL | SELECT | INSERT | UPDATE | DELETE;

policyClauses
  : (TO roleName (COMMA roleName)*)? (USING LPAREN expr RPAREN)? (WITH CHECK LPAREN expr RPAREN)?
  ;

// ALTER POLICY
alterPolicy: ALTER POLICY name ON qualifiedName (RENAME TO name | policyClauses);

// CREATE RULE
createRule
  : CREATE (OR REPLACE)? RULE name AS ON (SELECT | INSERT | UPDATE | DELETE) TO qualifiedName
    (WHERE expr)? DO (ALSO | INSTEAD)? (NOTHING | ruleToken+)
  ;

// Between the commands of a rule stand semicolons.
ruleToken: ~EOF;

// ALTER RULE
alterRule: ALTER RULE name ON qualifiedName RENAME TO name;

// ---------------------------------------------------------------- types

// CREATE DOMAIN
createDomain
  : CREATE DOMAIN qualifiedName AS? typeName (COLLATE anyName | domainConstraint constraintAttribute*)*
  ;

domainConstraint
  : (CONSTRAINT name)? (NOT NULL | NULL | DEFAULT bExpr | CHECK LPAREN expr RPAREN)
  ;

// ALTER DOMAIN
alterDomain
  : ALTER DOMAIN qualifiedName
    ( SET DEFAULT expr
    | DROP DEFAULT
    | (SET | DROP) NOT NULL
    | ADD domainConstraint constraintAttribute*
    | DROP CONSTRAINT (IF EXISTS)? name dropBehavior?
    | RENAME CONSTRAINT name TO name
    | VALIDATE CONSTRAINT name
    | RENAME TO name
    | SET SCHEMA name
    | OWNER TO roleName
    )
  ;

// CREATE TYPE, composite
createComposite: CREATE TYPE qualifiedName AS LPAREN (attribute (COMMA attribute)*)? RPAREN;

attribute: name typeName (COLLATE anyName)?;

// CREATE TYPE, range
createRange
  : CREATE TYPE qualifiedName AS RANGE LPAREN rangeOption (COMMA rangeOption)* RPAREN
  ;

rangeOption: anyWord EQUAL typeName;

// ---------------------------------------------------------------- extensions

// CREATE EXTENSION
createExtension
  : CREATE EXTENSION (IF NOT EXISTS)? name WITH? extensionOption*
  ;

extensionOption
  : SCHEMA name
  | (VERSION | FROM) (anyWord | stringConstant)
  | CASCADE
  ;

// ALTER EXTENSION
alterExtension
  : ALTER EXTENSION name
    (SET SCHEMA name | UPDATE (TO (anyWord | stringConstant))? | (ADD | DROP) anyToken+)
  ;

// ---------------------------------------------------------------- drops and comments

// DROP FUNCTION, DROP VIEW, DROP TRIGGER ...
dropObjects
  : DROP (FUNCTION | PROCEDURE | ROUTINE | AGGREGATE) (IF EXISTS)?
    routineSignature (COMMA routineSignature)* dropBehavior?
  | DROP (VIEW | MATERIALIZED VIEW | DOMAIN | EXTENSION) (IF EXISTS)?
    qualifiedName (COMMA qualifiedName)* dropBehavior?
  | DROP (TRIGGER | POLICY | RULE) (IF EXISTS)? name ON qualifiedName dropBehavior?
  ;

// COMMENT
commentOn
  : COMMENT ON
    ( COLUMN columnPath
    | (TABLE | VIEW | MATERIALIZED VIEW | INDEX | SEQUENCE | DOMAIN) qualifiedName
    | TYPE qualifiedName
    | (SCHEMA | EXTENSION) name
    | (FUNCTION | PROCEDURE | ROUTINE | AGGREGATE) routineSignature
    | (TRIGGER | POLICY | RULE) name ON qualifiedName
    | CONSTRAINT name ON DOMAIN? qualifiedName
    )
    IS (stringConstant | NULL)
  ;

columnPath: name DOT anyWord (DOT anyWord)*;
