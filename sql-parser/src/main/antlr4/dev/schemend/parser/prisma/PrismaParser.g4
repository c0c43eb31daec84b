/*
 * The language of schema.prisma (Prisma documentation, "Prisma schema reference"). What kind of
 * block an entry may stand in is not said here: the builder tells a wrong one with its own words.
 * Every line that is none of the entries is kept as "wrong", so that one slip hides no other.
 */
parser grammar PrismaParser;

options { tokenVocab = PrismaLexer; }

document: NEWLINE* (topLevel (NEWLINE+ topLevel)* NEWLINE*)? EOF;

topLevel
  : block
  | strayLine
  ;

block
  : keyword=name title=name? LEFT_BRACE NEWLINE* (line (NEWLINE+ line)* NEWLINE*)? RIGHT_BRACE
  ;

strayLine: ~NEWLINE+;

line
  : entry
  | wrong
  ;

wrong: ~(NEWLINE | RIGHT_BRACE)+;

// One entry alone, to find the place where a wrong line stops being one.
loneEntry: entry EOF;

entry
  : property
  | blockAttribute
  | field
  | enumValue
  ;

property: name EQUALS value?;

field: name fieldType attribute*;

enumValue: name attribute*;

fieldType: typeName modifier*;

typeName: name (LEFT_PAREN value RIGHT_PAREN)?;

modifier
  : LEFT_BRACKET RIGHT_BRACKET
  | QUESTION
  | EXCLAMATION
  ;

attribute: AT path arguments?;

blockAttribute: DOUBLE_AT path arguments?;

path: name (DOT name)*;

name
  : WORD
  | NUMBER
  ;

arguments
  : LEFT_PAREN NEWLINE* (argument (NEWLINE* COMMA NEWLINE* argument)* NEWLINE* (COMMA NEWLINE*)?)?
    RIGHT_PAREN
  ;

argument
  : name COLON NEWLINE* value
  | name COLON
  | value
  ;

value
  : STRING                                                                           # stringValue
  | NUMBER                                                                           # numberValue
  | path arguments                                                                   # callValue
  | path                                                                             # constantValue
  | LEFT_BRACKET NEWLINE* (value (NEWLINE* COMMA NEWLINE* value)* NEWLINE* (COMMA NEWLINE*)?)?
    RIGHT_BRACKET                                                                    # listValue
  | LEFT_BRACE NEWLINE* (member (NEWLINE* COMMA NEWLINE* member)* NEWLINE* (COMMA NEWLINE*)?)?
    RIGHT_BRACE                                                                      # objectValue
  ;

member: name COLON NEWLINE* value;
