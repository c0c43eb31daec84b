/*
 * Words and symbols of schema.prisma (Prisma documentation, "Prisma schema reference"). No word is
 * reserved: `model` may name a field. Line ends separate entries, so they are tokens.
 */
lexer grammar PrismaLexer;

// A brace behind which no other one closes: it opens no block.
tokens { OPEN_BRACE }

// Where the text of a file says nothing: comments and blanks.
DOC_COMMENT: '///' ~[\r\n]* -> channel(HIDDEN);
COMMENT: '//' ~[\r\n]* -> channel(HIDDEN);
BLOCK_COMMENT: '/*' .*? '*/' -> channel(HIDDEN);
BLANKS: [ \t\u00A0\uFEFF]+ -> channel(HIDDEN);

NEWLINE: '\r'? '\n' | '\r';

LEFT_BRACE: '{';
RIGHT_BRACE: '}';
LEFT_PAREN: '(';
RIGHT_PAREN: ')';
LEFT_BRACKET: '[';
RIGHT_BRACKET: ']';
COMMA: ',';
COLON: ':';
EQUALS: '=';
DOT: '.';
QUESTION: '?';
EXCLAMATION: '!';
DOUBLE_AT: '@@';
AT: '@';

STRING: '"' ('\\' ~[\r\n] | ~["\\\r\n])* '"';

// A name may begin with a digit, so that it can be refused with its own words.
NUMBER: '-'? [0-9]+ ('.' [0-9]+)?;
WORD: [\p{L}\p{Nd}] [\p{L}\p{Nd}_-]*;

// Anything else is kept as a token, for the message that tells of it.
UNTERMINATED_STRING: '"' ('\\' ~[\r\n] | ~["\\\r\n])*;
UNEXPECTED: .;
