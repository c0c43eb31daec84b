/*
 * Words and symbols of PostgreSQL (manual, 4.1). Only key words that the parser grammar names are
 * tokens; every other word is an IDENTIFIER. Reserved words are complete, so that they are never
 * taken for names (manual, appendix C).
 */
lexer grammar PostgresLexer;

options { caseInsensitive = true; }

@members {
  // A dollar-quoted string ends at its own tag only (4.1.2.4); what is between them is no token.
  private void dollarBody() {
    String tag = getText();
    int length = tag.length();
    while (_input.LA(1) != EOF) {
      int i = 0;
      while (i < length && _input.LA(i + 1) == tag.charAt(i)) {
        i++;
      }
      int times = i == length ? length : 1;
      for (int k = 0; k < times; k++) {
        _input.consume();
      }
      if (i == length) {
        return;
      }
    }
  }
}

// Reserved (appendix C: "reserved").
ALL: 'ALL';
ANALYSE: 'ANALYSE';
ANALYZE: 'ANALYZE';
AND: 'AND';
ANY: 'ANY';
ARRAY: 'ARRAY';
AS: 'AS';
ASC: 'ASC';
ASYMMETRIC: 'ASYMMETRIC';
BOTH: 'BOTH';
CASE: 'CASE';
CAST: 'CAST';
CHECK: 'CHECK';
COLLATE: 'COLLATE';
COLUMN: 'COLUMN';
CONSTRAINT: 'CONSTRAINT';
CREATE: 'CREATE';
CURRENT_CATALOG: 'CURRENT_CATALOG';
CURRENT_DATE: 'CURRENT_DATE';
CURRENT_ROLE: 'CURRENT_ROLE';
CURRENT_TIME: 'CURRENT_TIME';
CURRENT_TIMESTAMP: 'CURRENT_TIMESTAMP';
CURRENT_USER: 'CURRENT_USER';
DEFAULT: 'DEFAULT';
DEFERRABLE: 'DEFERRABLE';
DESC: 'DESC';
DISTINCT: 'DISTINCT';
DO: 'DO';
ELSE: 'ELSE';
END: 'END';
EXCEPT: 'EXCEPT';
FALSE: 'FALSE';
FETCH: 'FETCH';
FOR: 'FOR';
FOREIGN: 'FOREIGN';
FROM: 'FROM';
GRANT: 'GRANT';
GROUP: 'GROUP';
HAVING: 'HAVING';
IN: 'IN';
INITIALLY: 'INITIALLY';
INTERSECT: 'INTERSECT';
INTO: 'INTO';
LATERAL: 'LATERAL';
LEADING: 'LEADING';
LIMIT: 'LIMIT';
LOCALTIME: 'LOCALTIME';
LOCALTIMESTAMP: 'LOCALTIMESTAMP';
NOT: 'NOT';
NULL: 'NULL';
OFFSET: 'OFFSET';
ON: 'ON';
ONLY: 'ONLY';
OR: 'OR';
ORDER: 'ORDER';
PLACING: 'PLACING';
PRIMARY: 'PRIMARY';
REFERENCES: 'REFERENCES';
RETURNING: 'RETURNING';
SELECT: 'SELECT';
SESSION_USER: 'SESSION_USER';
SOME: 'SOME';
SYMMETRIC: 'SYMMETRIC';
TABLE: 'TABLE';
THEN: 'THEN';
TO: 'TO';
TRAILING: 'TRAILING';
TRUE: 'TRUE';
UNION: 'UNION';
UNIQUE: 'UNIQUE';
USER: 'USER';
USING: 'USING';
VARIADIC: 'VARIADIC';
WHEN: 'WHEN';
WHERE: 'WHERE';
WINDOW: 'WINDOW';
WITH: 'WITH';

// Reserved, but may be a function or a type (appendix C).
AUTHORIZATION: 'AUTHORIZATION';
BINARY: 'BINARY';
COLLATION: 'COLLATION';
CONCURRENTLY: 'CONCURRENTLY';
CROSS: 'CROSS';
CURRENT_SCHEMA: 'CURRENT_SCHEMA';
FREEZE: 'FREEZE';
FULL: 'FULL';
ILIKE: 'ILIKE';
INNER: 'INNER';
IS: 'IS';
ISNULL: 'ISNULL';
JOIN: 'JOIN';
LEFT: 'LEFT';
LIKE: 'LIKE';
NATURAL: 'NATURAL';
NOTNULL: 'NOTNULL';
OUTER: 'OUTER';
OVERLAPS: 'OVERLAPS';
RIGHT: 'RIGHT';
SIMILAR: 'SIMILAR';
TABLESAMPLE: 'TABLESAMPLE';
VERBOSE: 'VERBOSE';

// Not reserved, but no function or type (appendix C).
BETWEEN: 'BETWEEN';
BIT: 'BIT';
CHAR: 'CHAR';
CHARACTER: 'CHARACTER';
COALESCE: 'COALESCE';
EXISTS: 'EXISTS';
EXTRACT: 'EXTRACT';
GREATEST: 'GREATEST';
INTERVAL: 'INTERVAL';
LEAST: 'LEAST';
NATIONAL: 'NATIONAL';
NCHAR: 'NCHAR';
NONE: 'NONE';
NULLIF: 'NULLIF';
OVERLAY: 'OVERLAY';
POSITION: 'POSITION';
PRECISION: 'PRECISION';
ROW: 'ROW';
SETOF: 'SETOF';
SUBSTRING: 'SUBSTRING';
TIME: 'TIME';
TIMESTAMP: 'TIMESTAMP';
TRIM: 'TRIM';

// Not reserved.
ACTION: 'ACTION';
ADD: 'ADD';
AFTER: 'AFTER';
ALTER: 'ALTER';
ALWAYS: 'ALWAYS';
AT: 'AT';
ATTACH: 'ATTACH';
ATTRIBUTE: 'ATTRIBUTE';
BEFORE: 'BEFORE';
BY: 'BY';
CACHE: 'CACHE';
CASCADE: 'CASCADE';
CLUSTER: 'CLUSTER';
COMMENT: 'COMMENT';
COMPRESSION: 'COMPRESSION';
CYCLE: 'CYCLE';
DATA: 'DATA';
DAY: 'DAY';
DEFERRED: 'DEFERRED';
DELETE: 'DELETE';
DEPENDS: 'DEPENDS';
DETACH: 'DETACH';
DISABLE: 'DISABLE';
DOUBLE: 'DOUBLE';
DROP: 'DROP';
ENABLE: 'ENABLE';
ENFORCED: 'ENFORCED';
ENUM: 'ENUM';
ESCAPE: 'ESCAPE';
EXCLUDE: 'EXCLUDE';
EXPRESSION: 'EXPRESSION';
FIRST: 'FIRST';
FORCE: 'FORCE';
GENERATED: 'GENERATED';
HOUR: 'HOUR';
IDENTITY: 'IDENTITY';
IF: 'IF';
IMMEDIATE: 'IMMEDIATE';
INCLUDE: 'INCLUDE';
INCREMENT: 'INCREMENT';
INDEX: 'INDEX';
INHERIT: 'INHERIT';
INHERITS: 'INHERITS';
KEY: 'KEY';
LAST: 'LAST';
LOGGED: 'LOGGED';
MATCH: 'MATCH';
MAXVALUE: 'MAXVALUE';
MINUTE: 'MINUTE';
MINVALUE: 'MINVALUE';
MONTH: 'MONTH';
NO: 'NO';
NULLS: 'NULLS';
OF: 'OF';
OIDS: 'OIDS';
OPERATOR: 'OPERATOR';
OWNED: 'OWNED';
OWNER: 'OWNER';
PARTIAL: 'PARTIAL';
PARTITION: 'PARTITION';
RENAME: 'RENAME';
REPLICA: 'REPLICA';
RESET: 'RESET';
RESTART: 'RESTART';
RESTRICT: 'RESTRICT';
SCHEMA: 'SCHEMA';
SECOND: 'SECOND';
SEQUENCE: 'SEQUENCE';
SET: 'SET';
SIMPLE: 'SIMPLE';
START: 'START';
STATISTICS: 'STATISTICS';
STORAGE: 'STORAGE';
STORED: 'STORED';
TABLESPACE: 'TABLESPACE';
TYPE: 'TYPE';
UNKNOWN: 'UNKNOWN';
UNLOGGED: 'UNLOGGED';
UPDATE: 'UPDATE';
VALID: 'VALID';
VALIDATE: 'VALIDATE';
VALUE: 'VALUE';
VARYING: 'VARYING';
VIRTUAL: 'VIRTUAL';
WITHOUT: 'WITHOUT';
YEAR: 'YEAR';
ZONE: 'ZONE';

// Symbols with a meaning of their own (4.1.4).
LPAREN: '(';
RPAREN: ')';
LBRACKET: '[';
RBRACKET: ']';
COMMA: ',';
SEMICOLON: ';';
TYPECAST: '::';
COLON: ':';
DOT: '.';

PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/' {_input.LA(1) != '*'}?;
PERCENT: '%';
CARET: '^';
EQUAL: '=';
LESS: '<';
GREATER: '>';
LESS_OR_EQUAL: '<=';
GREATER_OR_EQUAL: '>=';
NOT_EQUAL: '<>' | '!=';

// 4.1.3: without one of ~ ! @ # % ^ & | ` ? an operator of several characters does not end in + or -.
ANY_OPERATOR
  : (MATH | PLUS_OR_MINUS)* SPECIAL (MATH | PLUS_OR_MINUS | SPECIAL)*
  | (MATH | PLUS_OR_MINUS)+ MATH
  ;

fragment SPECIAL: [~!@#%^&|`?];
fragment MATH: [*<>=] | '/' {_input.LA(1) != '*'}?;
fragment PLUS_OR_MINUS: '+' | '-' {_input.LA(1) != '-'}?;

// Names (4.1.1).
IDENTIFIER: NAME_START NAME_PART*;
QUOTED_IDENTIFIER: '"' (~["] | '""')+ '"';
UNICODE_IDENTIFIER: 'U&"' (~["] | '""')+ '"';

fragment NAME_START: [A-Z_] | ~[\u0000-\u007F];
fragment NAME_PART: NAME_START | [0-9$];

// Constants (4.1.2).
STRING: '\'' (~['] | '\'\'')* '\'';
ESCAPE_STRING: 'E\'' (~['\\] | '\'\'' | '\\' .)* '\'';
BIT_STRING: [BX] '\'' ~[']* '\'';
NATIONAL_STRING: 'N\'' (~['] | '\'\'')* '\'';
UNICODE_STRING: 'U&\'' (~['] | '\'\'')* '\'';
DOLLAR_STRING: '$' (NAME_START (NAME_START | [0-9])*)? '$' { dollarBody(); };

INTEGER: DIGITS | '0X' [0-9A-F_]+ | '0O' [0-7_]+ | '0B' [01_]+;
DECIMAL: (DIGITS '.' DIGITS? | '.' DIGITS) EXPONENT? | DIGITS EXPONENT;

fragment DIGITS: [0-9] ('_'? [0-9])*;
fragment EXPONENT: 'E' [+-]? DIGITS;

SPACE: [ \t\r\n\f\u000B\uFEFF]+ -> skip;
LINE_COMMENT: '--' ~[\r\n]* -> skip;
BLOCK_COMMENT: '/*' (BLOCK_COMMENT | .)*? '*/' -> skip;

// A character that starts nothing, such as a quote that is never closed.
UNEXPECTED: .;
