/*
 * Objects that extend the server, each a list of facts: operators and their classes and families,
 * casts, conversions, text search, foreign data, languages, access methods. As in PostgresDeclarations, their own
 * words are no tokens of the lexer: the leading words of a statement have told its kind, and so which
 * of the rules it is read by. Each rule names the manual page it follows.
 */
parser grammar PostgresExtending;

options { tokenVocab = PostgresLexer; }

// ---------------------------------------------------------------- operators

operatorStatement: (createOperator | alterOperator | dropOperators) SEMICOLON? EOF;

// CREATE OPERATOR
createOperator: CREATE OPERATOR qualifiedOperator declaredFacts;

// ALTER OPERATOR
alterOperator
  : ALTER OPERATOR operatorSignature
    (SET declaredFacts | SET SCHEMA name | OWNER TO roleName)
  ;

operatorSignature: qualifiedOperator LPAREN operandType COMMA operandType RPAREN;

operandType: typeName | NONE;

// DROP OPERATOR
dropOperators
  : DROP OPERATOR (IF EXISTS)? operatorSignature (COMMA operatorSignature)* dropBehavior?
  ;

castStatement: (createCast | dropCast) SEMICOLON? EOF;

// CREATE CAST
createCast
  : CREATE CAST castSignature (WITHOUT FUNCTION | WITH INOUT | WITH FUNCTION routineSignature)
    (AS anyWord)?
  ;

castSignature: LPAREN typeName AS typeName RPAREN;

// DROP CAST
dropCast: DROP CAST (IF EXISTS)? castSignature dropBehavior?;

transformStatement: (createTransform | dropTransform) SEMICOLON? EOF;

// CREATE TRANSFORM
createTransform
  : CREATE (OR REPLACE)? name transformed
    LPAREN transformWay (COMMA transformWay)* RPAREN
  ;

transformed: FOR typeName LANGUAGE name;

transformWay: (FROM | TO) name WITH FUNCTION routineSignature;

// DROP TRANSFORM
dropTransform: DROP name (IF EXISTS)? transformed dropBehavior?;

conversionStatement: (createConversion | alterConversion | dropConversion) SEMICOLON? EOF;

// CREATE CONVERSION
createConversion
  : CREATE DEFAULT? name qualifiedName FOR stringConstant TO stringConstant FROM qualifiedName
  ;

// ALTER CONVERSION
alterConversion: ALTER name qualifiedName groupMove;

// DROP CONVERSION
dropConversion: DROP name (IF EXISTS)? qualifiedName dropBehavior?;

operatorGroupStatement
  : (createClass | createFamily | alterGroup | dropGroup) SEMICOLON? EOF
  ;

// CREATE OPERATOR CLASS
createClass
  : CREATE OPERATOR name qualifiedName DEFAULT? FOR TYPE typeName USING name (name qualifiedName)?
    AS classItem (COMMA classItem)*
  ;

classItem
  : OPERATOR INTEGER qualifiedOperator (LPAREN typeName COMMA typeName RPAREN)?
    (FOR (name | ORDER BY qualifiedName))?
  | FUNCTION INTEGER itemTypes? routineSignature
  | STORAGE typeName
  ;

itemTypes: LPAREN typeName (COMMA typeName)? RPAREN;

// CREATE OPERATOR FAMILY
createFamily: CREATE OPERATOR name qualifiedName USING name;

// ALTER OPERATOR FAMILY, ALTER OPERATOR CLASS; only a family's items change
alterGroup
  : ALTER OPERATOR name qualifiedName USING name
    ( ADD classItem (COMMA classItem)*
    | DROP goneItem (COMMA goneItem)*
    | groupMove
    )
  ;

goneItem: (OPERATOR | FUNCTION) INTEGER itemTypes;

groupMove: RENAME TO name | SET SCHEMA name | OWNER TO roleName;

// DROP OPERATOR CLASS, DROP OPERATOR FAMILY
dropGroup: DROP OPERATOR name (IF EXISTS)? qualifiedName USING name dropBehavior?;

// ---------------------------------------------------------------- text search

textSearchStatement: (createTextSearch | alterTextSearch | dropTextSearch) SEMICOLON? EOF;

// CREATE TEXT SEARCH CONFIGURATION, DICTIONARY, PARSER, TEMPLATE
createTextSearch: CREATE name name name qualifiedName declaredFacts;

// ALTER TEXT SEARCH CONFIGURATION, DICTIONARY, PARSER, TEMPLATE
alterTextSearch
  : ALTER name name name qualifiedName
    ( declaredFacts
    | RENAME TO name
    | SET SCHEMA name
    | OWNER TO roleName
    | (ADD | ALTER) name FOR name (COMMA name)* WITH qualifiedName (COMMA qualifiedName)*
    | ALTER name (FOR name (COMMA name)*)? REPLACE qualifiedName WITH qualifiedName
    | DROP name (IF EXISTS)? FOR name (COMMA name)*
    )
  ;

// DROP TEXT SEARCH CONFIGURATION, DICTIONARY, PARSER, TEMPLATE
dropTextSearch
  : DROP name name name (IF EXISTS)? qualifiedName (COMMA qualifiedName)* dropBehavior?
  ;

// ---------------------------------------------------------------- foreign data

foreignStatement
  : ( createWrapper
    | createServer
    | createMapping
    | alterForeign
    | alterMapping
    | dropForeign
    | dropMapping
    ) SEMICOLON? EOF
  ;

// CREATE FOREIGN DATA WRAPPER
createWrapper: CREATE FOREIGN name name name wrapperPart* optionList?;

wrapperPart: NO name | name qualifiedName;

// CREATE SERVER
createServer
  : CREATE name (IF NOT EXISTS)? name (TYPE stringConstant)? (VERSION (stringConstant | NULL))?
    FOREIGN name name name optionList?
  ;

// CREATE USER MAPPING
createMapping: CREATE USER name (IF NOT EXISTS)? FOR mappedUser name name optionList?;

mappedUser: roleName | USER;

// ALTER FOREIGN DATA WRAPPER, ALTER SERVER
alterForeign
  : ALTER (FOREIGN name)? name name
    (RENAME TO name | OWNER TO roleName | (VERSION (stringConstant | NULL))? wrapperPart* optionList?)
  ;

// ALTER USER MAPPING
alterMapping: ALTER USER name FOR mappedUser name name optionList;

// DROP FOREIGN DATA WRAPPER, DROP SERVER
dropForeign
  : DROP (FOREIGN name)? name (IF EXISTS)? name (COMMA name)* dropBehavior?
  ;

// DROP USER MAPPING
dropMapping: DROP USER name (IF EXISTS)? FOR mappedUser name name;

// ALTER FOREIGN TABLE
foreignTableOptions
  : ALTER FOREIGN TABLE (IF EXISTS)? qualifiedName (ALTER COLUMN? name)? optionList SEMICOLON? EOF
  ;

optionList: OPTIONS LPAREN (foreignOption (COMMA foreignOption)*)? RPAREN;

foreignOption: (ADD | SET)? anyWord stringConstant | DROP anyWord;

// ---------------------------------------------------------------- base types

// CREATE TYPE: a shell, or what completes it
baseTypeStatement: CREATE TYPE qualifiedName baseTypeFacts? SEMICOLON? EOF;

baseTypeFacts: LPAREN baseTypeFact (COMMA baseTypeFact)* RPAREN;

baseTypeFact: anyWord (EQUAL (stringConstant | signedNumber | NONE | typeName | anyWord))?;

// ---------------------------------------------------------------- languages, access methods

languageStatement
  : ( createLanguage
    | createMethod
    | alterLanguage
    | dropLanguages
    ) SEMICOLON? EOF
  ;

// CREATE LANGUAGE
createLanguage
  : CREATE (OR REPLACE)? name* LANGUAGE name (name qualifiedName)*
  ;

// CREATE ACCESS METHOD
createMethod: CREATE ACCESS METHOD name TYPE (INDEX | TABLE) name qualifiedName;

// ALTER LANGUAGE
alterLanguage: ALTER name* LANGUAGE name (RENAME TO name | OWNER TO roleName);

// DROP LANGUAGE, DROP ACCESS METHOD
dropLanguages
  : DROP (name* LANGUAGE | ACCESS METHOD) (IF EXISTS)? name (COMMA name)* dropBehavior?
  ;
