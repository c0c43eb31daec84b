parser grammar MySqlParser;

// Data definition statements of MySQL 5.7 to 9.x and MariaDB 10.2 to 12.x, as their manuals give
// them; one superset, since the flavors differ in clauses more than in statements. What one of them
// has not is refused by the builder, where it matters. Queries are those of views; stored programs
// are left out on purpose.
options { tokenVocab = MySqlLexer; }

// ---- entries

singleStatement : statement SEMICOLON* EOF ;
singleExpression : expression EOF ;
singleType : dataType typeAttribute* EOF ;
singleColumn : columnDefinition EOF ;
singleQuery : queryExpression EOF ;

statement
    : createDatabase
    | alterDatabase
    | dropDatabase
    | copyTable
    | createTable
    | dropTable
    | alterTable
    | renameTables
    | createIndex
    | dropIndex
    | createSequence
    | alterSequence
    | dropSequence
    | dropOpaque
    | use
    ;

// ---- databases

createDatabase : CREATE ( DATABASE | SCHEMA ) ifNotExists? identifier databaseOption* ;
databaseOption
    : DEFAULT? charset EQ? charsetName
    | DEFAULT? COLLATE EQ? collationName
    | DEFAULT? ENCRYPTION EQ? STRING
    | COMMENT EQ? STRING
    ;
alterDatabase : ALTER ( DATABASE | SCHEMA ) identifier? databaseOption+ ;
dropDatabase : DROP ( DATABASE | SCHEMA ) ifExists? identifier ;
use : USE identifier ;

ifExists : IF EXISTS ;
ifNotExists : IF NOT EXISTS ;

// ---- tables

createTable
    : CREATE orReplace? TEMPORARY? TABLE ifNotExists? qualifiedName
      ( LPAREN tableElement ( COMMA tableElement )* RPAREN )? tableOptions? partitionBy?
      ( ( IGNORE | REPLACE )? AS? queryExpression | unmodelledTail )?
    ;
copyTable
    : CREATE orReplace? TEMPORARY? TABLE ifNotExists? qualifiedName
      ( LIKE qualifiedName | LPAREN LIKE qualifiedName RPAREN )
    ;
orReplace : OR REPLACE ;

// Queries that the grammar has no words for: the statement's effect cannot be told.
unmodelledTail
    : ( LPAREN? SELECT | IGNORE | REPLACE | AS | WITH ) anyToken*
    ;
anyToken : ~SEMICOLON ;

tableElement
    : columnDefinition
    | indexDefinition
    | constraintDefinition
    | periodDefinition
    ;
periodDefinition : PERIOD FOR identifier LPAREN identifier COMMA identifier RPAREN ;

columnDefinition : identifier columnBody ;
columnBody : dataType columnAttribute* ;

columnAttribute
    : NOT NULL                                                              # notNullAttribute
    | NULL                                                                  # nullAttribute
    | DEFAULT defaultValue                                                  # defaultAttribute
    | ON UPDATE currentTimestamp                                            # onUpdateAttribute
    | AUTO_INCREMENT                                                        # autoIncrementAttribute
    | SERIAL DEFAULT VALUE                                                  # serialAttribute
    | PRIMARY? KEY                                                          # primaryKeyAttribute
    | UNIQUE KEY?                                                           # uniqueAttribute
    | COMMENT STRING                                                        # commentAttribute
    | typeAttribute                                                         # typeColumnAttribute
    | COLLATE EQ? collationName                                             # collateAttribute
    | ( GENERATED ALWAYS )? AS LPAREN expression RPAREN                     # generatedAttribute
    | ( VIRTUAL | STORED | PERSISTENT )                                     # storageAttribute
    | VISIBLE                                                               # visibleAttribute
    | INVISIBLE                                                             # invisibleAttribute
    | constraintName? CHECK LPAREN expression RPAREN enforcement?           # checkAttribute
    | references                                                            # referencesAttribute
    | ( COLUMN_FORMAT | STORAGE ) ( identifier | DEFAULT )                  # ignoredAttribute
    | ( ENGINE_ATTRIBUTE | SECONDARY_ENGINE_ATTRIBUTE ) EQ? STRING          # ignoredAttribute
    | ( SRID | REF_SYSTEM_ID EQ ) INTEGER_NUMBER                            # spatialReferenceAttribute
    | COMPRESSED ( EQ identifier )?                                         # ignoredAttribute
    | ( WITH | WITHOUT ) SYSTEM VERSIONING                                  # versioningAttribute
    | ( GENERATED ALWAYS )? AS ROW ( START | END )                          # rowTimeAttribute
    ;

enforcement : NOT? ENFORCED ;
constraintName : CONSTRAINT identifier? ;

// Manual, 13.1.20: literals, CURRENT_TIMESTAMP and (expressions); MariaDB takes any expression that
// needs no brackets, too.
defaultValue
    : ( PLUS | MINUS )? numberLiteral
    | ( DATE | TIME | TIMESTAMP ) STRING
    | textLiteral
    | NULL | TRUE | FALSE
    | currentTimestamp
    | LPAREN expression RPAREN
    | functionCall
    | QUOTED_NAME
    ;

currentTimestamp
    : ( CURRENT_TIMESTAMP | NOW | LOCALTIME | LOCALTIMESTAMP )
      ( LPAREN INTEGER_NUMBER? RPAREN )?
    ;

// ---- types

dataType
    : ( ENUM | SET ) LPAREN textLiteral ( COMMA textLiteral )* RPAREN       # inlineEnumType
    | DOUBLE PRECISION modifiers?                                           # namedType
    | NATIONAL ( CHAR | CHARACTER | VARCHAR | VARCHARACTER ) VARYING? modifiers? # nationalType
    | ( NCHAR VARYING? | NCHAR VARCHAR | NVARCHAR ) modifiers?              # nationalType
    | ( CHAR | CHARACTER ) ( VARYING | BYTE )? modifiers?                   # namedType
    | LONG ( VARCHAR | VARBINARY | ( CHAR | CHARACTER ) VARYING )?          # namedType
    | typeName modifiers?                                                   # namedType
    ;
typeName
    : WORD | DOUBLE | BINARY | VARBINARY | VARCHARACTER
    | BOOL | BOOLEAN | DATE | DATETIME | FIXED | INT | INTEGER | JSON | SERIAL | TEXT | TIME
    | TIMESTAMP | VARCHAR | YEAR | DEC | DECIMAL | NUMERIC | REAL | FLOAT
    ;
modifiers : LPAREN INTEGER_NUMBER ( COMMA INTEGER_NUMBER )* RPAREN ;
typeAttribute
    : UNSIGNED | SIGNED | ZEROFILL | BINARY | ASCII | UNICODE | BYTE | charset EQ? charsetName
    ;

charset : CHARSET | ( CHARACTER | CHAR ) SET ;
charsetName : identifier | STRING | BINARY | DEFAULT ;
collationName : identifier | STRING | BINARY | DEFAULT ;

// ---- constraints and indexes

constraintDefinition
    : constraintName? PRIMARY KEY identifier? indexType? keyParts indexOption*          # primaryKeyDefinition
    | constraintName? FOREIGN KEY ifNotExists? identifier? columnList references # foreignKeyDefinition
    | constraintName? CHECK LPAREN expression RPAREN enforcement?           # checkDefinition
    ;

indexDefinition
    : constraintName? UNIQUE indexWord? ifNotExists? identifier? indexType? keyParts indexOption*
                                                                            # uniqueIndexDefinition
    | ( FULLTEXT | SPATIAL ) indexWord? ifNotExists? identifier? keyParts indexOption*
                                                                            # specialIndexDefinition
    | indexWord ifNotExists? identifier? indexType? keyParts indexOption*   # plainIndexDefinition
    ;
indexWord : INDEX | KEY ;

keyParts : LPAREN keyPart ( COMMA keyPart )* RPAREN ;
keyPart
    : identifier ( LPAREN INTEGER_NUMBER RPAREN )? ( ASC | DESC )?
    | LPAREN expression RPAREN ( ASC | DESC )?
    ;
indexType : ( USING | TYPE ) ( BTREE | HASH | RTREE ) ;
indexOption
    : indexType
    | COMMENT STRING
    | VISIBLE
    | INVISIBLE
    | NOT? IGNORED
    | WITH PARSER identifier
    | KEY_BLOCK_SIZE EQ? INTEGER_NUMBER
    | ( ENGINE_ATTRIBUTE | SECONDARY_ENGINE_ATTRIBUTE ) EQ? STRING
    | CLUSTERING EQ? identifier
    ;

columnList : LPAREN identifier ( COMMA identifier )* RPAREN ;
references
    : REFERENCES qualifiedName columnList? ( MATCH ( FULL | PARTIAL | SIMPLE ) )?
      ( ON DELETE referentialAction | ON UPDATE referentialAction )*
    ;
referentialAction : RESTRICT | CASCADE | SET NULL | NO ACTION | SET DEFAULT ;

// ---- table options

tableOptions : tableOption ( COMMA? tableOption )* ;
tableOption
    : ENGINE EQ? ( identifier | STRING )                                    # engineOption
    | DEFAULT? charset EQ? charsetName                                      # charsetOption
    | DEFAULT? COLLATE EQ? collationName                                    # collateOption
    | COMMENT EQ? STRING                                                    # commentOption
    | AUTO_INCREMENT EQ? INTEGER_NUMBER                                     # autoIncrementOption
    | UNION EQ? LPAREN qualifiedName ( COMMA qualifiedName )* RPAREN        # unionOption
    | ( DATA | INDEX ) DIRECTORY EQ? STRING                                 # directoryOption
    | TABLESPACE EQ? identifier ( STORAGE identifier )?                     # tablespaceOption
    | WITH SYSTEM VERSIONING                                                # versioningOption
    | optionName EQ? optionValue                                            # otherOption
    ;
// Engines bring options of their own; MariaDB quotes their names.
optionName
    : QUOTED_NAME | COMPRESSION | ENCRYPTION | KEY_BLOCK_SIZE | ENGINE_ATTRIBUTE
    | SECONDARY_ENGINE_ATTRIBUTE | SEQUENCE
    | AVG_ROW_LENGTH | CHECKSUM | DELAY_KEY_WRITE | INSERT_METHOD | MAX_ROWS
    | MIN_ROWS | PACK_KEYS | PASSWORD | ROW_FORMAT | STATS_AUTO_RECALC
    | STATS_PERSISTENT | STATS_SAMPLE_PAGES | TABLE_CHECKSUM | CONNECTION | AUTOEXTEND_SIZE
    | TRANSACTIONAL | PAGE_CHECKSUM | PAGE_COMPRESSED | PAGE_COMPRESSION_LEVEL | ENCRYPTED
    | ENCRYPTION_KEY_ID | IETF_QUOTES | SECONDARY_ENGINE
    ;
optionValue : INTEGER_NUMBER | STRING | DEFAULT | identifier ;

dropTable
    : DROP TEMPORARY? ( TABLE | TABLES ) ifExists? qualifiedName ( COMMA qualifiedName )* waitOption?
      ( RESTRICT | CASCADE )?
    ;
waitOption : WAIT INTEGER_NUMBER | NOWAIT ;

renameTables
    : RENAME ( TABLE | TABLES ) ifExists? renaming ( COMMA renaming )*
    ;
renaming : qualifiedName waitOption? TO qualifiedName ;

// ---- ALTER TABLE

alterTable
    : ALTER ONLINE? IGNORE? TABLE ifExists? qualifiedName waitOption?
      ( alterAction ( COMMA? alterAction )* )?
    ;

alterAction
    : ADD COLUMN? ifNotExists? columnDefinition columnPosition?             # addColumnAction
    | ADD COLUMN? ifNotExists? LPAREN tableElement ( COMMA tableElement )* RPAREN # addElementsAction
    | ADD indexDefinition                                                   # addIndexAction
    | ADD constraintDefinition                                              # addConstraintAction
    | ADD CONSTRAINT ifNotExists identifier addedConstraint                 # addConstraintIfNotExistsAction
    | DROP COLUMN? ifExists? identifier ( RESTRICT | CASCADE )?             # dropColumnAction
    | DROP indexWord ifExists? identifier                                   # dropIndexAction
    | DROP PRIMARY KEY                                                      # dropPrimaryKeyAction
    | DROP FOREIGN KEY ifExists? identifier                                 # dropForeignKeyAction
    | DROP CHECK identifier                                                 # dropCheckAction
    | DROP CONSTRAINT ifExists? identifier                                  # dropConstraintAction
    | MODIFY COLUMN? ifExists? columnDefinition columnPosition?             # modifyColumnAction
    | CHANGE COLUMN? ifExists? identifier columnDefinition columnPosition?  # changeColumnAction
    | ALTER COLUMN? ifExists? identifier SET DEFAULT defaultValue           # setDefaultAction
    | ALTER COLUMN? ifExists? identifier DROP DEFAULT                       # dropDefaultAction
    | ALTER ( CHECK | CONSTRAINT ) identifier enforcement                   # enforceAction
    | ALTER indexWord ifExists? identifier ( VISIBLE | INVISIBLE | NOT? IGNORED ) # indexVisibilityAction
    | ALTER COLUMN? ifExists? identifier SET ( VISIBLE | INVISIBLE )        # columnVisibilityAction
    | ( ADD | DROP ) SYSTEM VERSIONING                                      # systemVersioningAction
    | ADD periodDefinition                                                  # addPeriodAction
    | DROP PERIOD FOR identifier                                            # dropPeriodAction
    | partitionAction                                                       # partitionsAction
    | RENAME COLUMN ifExists? identifier TO identifier                      # renameColumnAction
    | RENAME indexWord ifExists? identifier TO identifier                   # renameIndexAction
    | RENAME ( TO | AS | EQ )? qualifiedName                                # renameTableAction
    | CONVERT TO charset charsetName ( COLLATE EQ? collationName )?         # convertAction
    | ( ALGORITHM | LOCK ) EQ? ( identifier | DEFAULT )                     # carryOutAction
    | ( ENABLE | DISABLE ) KEYS                                             # ignoredAction
    | ( WITH | WITHOUT ) VALIDATION                                         # ignoredAction
    | FORCE                                                                 # ignoredAction
    | ORDER BY identifier ( ASC | DESC )? ( COMMA identifier ( ASC | DESC )? )* # ignoredAction
    | ( DISCARD | IMPORT ) TABLESPACE                                       # ignoredAction
    | ( SECONDARY_LOAD | SECONDARY_UNLOAD )                                 # ignoredAction
    | tableOption+                                                          # optionsAction
    ;

// ---- partitions (manual, 15.1.20 and 15.1.9.1)

partitionBy
    : PARTITION BY partitionScheme ( PARTITIONS INTEGER_NUMBER )?
      ( SUBPARTITION BY partitionScheme ( SUBPARTITIONS INTEGER_NUMBER )? )? partitionList?
    ;
partitionScheme
    : LINEAR? HASH LPAREN expression RPAREN
    | LINEAR? KEY ( ALGORITHM EQ INTEGER_NUMBER )? LPAREN ( identifier ( COMMA identifier )* )? RPAREN
    | ( RANGE | LIST ) LPAREN expression RPAREN
    | ( RANGE | LIST ) COLUMNS columnList
    | SYSTEM_TIME systemTimeInterval*
    ;
systemTimeInterval
    : INTERVAL expression intervalUnit | LIMIT INTEGER_NUMBER | STARTS expression | AUTO
    ;
partitionList : LPAREN partitionDefinition ( COMMA partitionDefinition )* RPAREN ;
partitionDefinition
    : PARTITION identifier partitionValues? partitionOption*
      ( LPAREN subpartitionDefinition ( COMMA subpartitionDefinition )* RPAREN )?
    ;
subpartitionDefinition : SUBPARTITION identifier partitionOption* ;
partitionValues
    : VALUES LESS THAN ( MAXVALUE | LPAREN partitionBound ( COMMA partitionBound )* RPAREN )
    | VALUES IN LPAREN partitionRow ( COMMA partitionRow )* RPAREN
    | VALUES IN? DEFAULT
    | DEFAULT
    | HISTORY
    | CURRENT
    ;
partitionBound : MAXVALUE | expression ;
partitionRow : LPAREN expression ( COMMA expression )+ RPAREN | expression ;
partitionOption
    : STORAGE? ENGINE EQ? ( identifier | STRING )
    | COMMENT EQ? STRING
    | ( DATA | INDEX ) DIRECTORY EQ? STRING
    | ( MAX_ROWS | MIN_ROWS ) EQ? INTEGER_NUMBER
    | TABLESPACE EQ? identifier
    | WORD EQ? optionValue
    ;
partitionAction
    : partitionBy                                                           # partitionByAction
    | REMOVE PARTITIONING                                                   # removePartitioningAction
    | ADD PARTITION ifNotExists? partitionList                              # addPartitionsAction
    | ADD PARTITION ifNotExists? PARTITIONS INTEGER_NUMBER                  # addHashedAction
    | DROP PARTITION ifExists? identifier ( COMMA identifier )*             # dropPartitionsAction
    | COALESCE PARTITION INTEGER_NUMBER                                     # coalesceAction
    | REORGANIZE PARTITION ( identifier ( COMMA identifier )* INTO partitionList )? # reorganizeAction
    | CONVERT PARTITION identifier TO TABLE qualifiedName waitOption?       # partitionToTableAction
    | CONVERT TABLE qualifiedName TO partitionDefinition ( ( WITH | WITHOUT ) VALIDATION )?
                                                                            # tableToPartitionAction
    | ( TRUNCATE | ANALYZE | CHECK | OPTIMIZE | REBUILD | REPAIR | DISCARD | IMPORT ) PARTITION
      ( ALL | identifier ( COMMA identifier )* ) ( TABLESPACE | anyToken )* # inertPartitionAction
    | EXCHANGE PARTITION identifier WITH TABLE qualifiedName ( ( WITH | WITHOUT ) VALIDATION )?
                                                                            # inertPartitionAction
    ;
addedConstraint
    : UNIQUE indexWord? identifier? indexType? keyParts indexOption*
    | FOREIGN KEY identifier? columnList references
    | CHECK LPAREN expression RPAREN enforcement?
    ;
columnPosition : FIRST | AFTER identifier ;

// ---- indexes and the rest

createIndex
    : CREATE orReplace? ( UNIQUE | FULLTEXT | SPATIAL )? INDEX ifNotExists? identifier indexType?
      ON qualifiedName keyParts waitOption? ( indexOption | indexAlteration )*
    ;
dropIndex : DROP INDEX ifExists? identifier ON qualifiedName waitOption? indexAlteration* ;
indexAlteration : ( ALGORITHM | LOCK ) EQ? ( identifier | DEFAULT ) ;

// MariaDB Knowledge Base, "CREATE SEQUENCE", "ALTER SEQUENCE", "DROP SEQUENCE"
createSequence
    : CREATE orReplace? SEQUENCE ifNotExists? qualifiedName ( AS typeName typeAttribute* )?
      sequenceOption* tableOptions?
    ;
alterSequence
    : ALTER SEQUENCE ifExists? qualifiedName ( AS typeName typeAttribute* )? sequenceOption+
    ;
dropSequence
    : DROP SEQUENCE ifExists? qualifiedName ( COMMA qualifiedName )*
    ;
sequenceOption
    : INCREMENT ( BY | EQ )? signedInteger                                  # incrementOption
    | ( MINVALUE EQ? signedInteger | NO MINVALUE | NOMINVALUE )             # minimumOption
    | ( MAXVALUE EQ? signedInteger | NO MAXVALUE | NOMAXVALUE )             # maximumOption
    | START ( WITH | EQ )? signedInteger                                    # startOption
    | ( CACHE EQ? signedInteger | NO CACHE | NOCACHE )                      # cacheOption
    | ( CYCLE | NOCYCLE )                                                   # cycleOption
    | RESTART ( ( WITH | EQ )? signedInteger )?                             # restartOption
    ;
signedInteger : MINUS? INTEGER_NUMBER ;

dropOpaque
    : DROP ( VIEW | PROCEDURE | FUNCTION | TRIGGER | EVENT | SERVER | PACKAGE BODY? )
      ifExists? qualifiedName ( COMMA qualifiedName )* ( RESTRICT | CASCADE )?
    ;

// ---- queries, as views have them (manual, 15.2.13)

queryExpression : withClause? queryBody orderBy? limit? ;
withClause : WITH RECURSIVE? commonTable ( COMMA commonTable )* ;
commonTable : identifier columnList? AS LPAREN queryExpression RPAREN ;

queryBody
    : select                                                                # selectBody
    | LPAREN queryExpression RPAREN                                         # bracketBody
    | queryBody INTERSECT ( ALL | DISTINCT )? queryBody                     # setBody
    | queryBody ( UNION | EXCEPT ) ( ALL | DISTINCT )? queryBody            # setBody
    ;

select
    : SELECT ( ALL | DISTINCT | DISTINCTROW )? selectItem ( COMMA selectItem )*
      ( FROM ( DUAL | fromItem ( COMMA fromItem )* ) )?
      ( WHERE where=expression )?
      ( GROUP BY orderItem ( COMMA orderItem )* )?
      ( HAVING having=expression )?
    ;
selectItem
    : STAR
    | identifier ( DOT identifier )? DOT STAR
    | expression ( AS ( identifier | STRING ) | bareAlias | STRING )?
    ;
bareAlias : WORD | QUOTED_NAME | DATE | TIME | TIMESTAMP | YEAR | MONTH | DAY | HOUR | VALUE | DATA ;

fromItem
    : tableFactor                                                           # factorItem
    | fromItem ( INNER | CROSS )? JOIN fromItem joinCondition               # innerItem
    | fromItem ( INNER | CROSS )? JOIN tableFactor                          # innerItem
    | fromItem ( LEFT | RIGHT ) OUTER? JOIN fromItem joinCondition          # outerItem
    | fromItem NATURAL ( INNER | ( LEFT | RIGHT ) OUTER? )? JOIN tableFactor # naturalItem
    ;
joinCondition : ON expression | USING columnList ;
tableFactor
    : qualifiedName ( AS identifier | bareAlias )?                          # relationFactor
    | LPAREN queryExpression RPAREN ( AS identifier | bareAlias ) columnList? # derivedFactor
    | LPAREN fromItem ( COMMA fromItem )* RPAREN                            # bracketFactor
    ;

orderBy : ORDER BY orderItem ( COMMA orderItem )* ;
orderItem : expression ( ASC | DESC )? ;
limit : LIMIT INTEGER_NUMBER ( ( COMMA | OFFSET ) INTEGER_NUMBER )? ;

over : OVER LPAREN ( PARTITION BY expression ( COMMA expression )* )? orderBy? frame? RPAREN ;
frame : ( ROWS | RANGE ) ( BETWEEN frameBound AND frameBound | frameBound ) ;
frameBound
    : UNBOUNDED ( PRECEDING | FOLLOWING )
    | CURRENT ROW
    | INTEGER_NUMBER ( PRECEDING | FOLLOWING )
    ;

// ---- expressions, in the order of precedence of the manual, 12.4.1

expression
    : NOT expression                                                        # notExpression
    | expression ( AND | AMP_AMP ) expression                               # andExpression
    | expression XOR expression                                             # xorExpression
    | expression ( OR | PIPE_PIPE ) expression                              # orExpression
    | booleanPrimary                                                        # primaryExpression
    ;

booleanPrimary
    : booleanPrimary IS NOT? ( NULL | TRUE | FALSE | UNKNOWN )              # isTest
    | booleanPrimary comparisonOperator ( ALL | ANY | SOME ) LPAREN queryExpression RPAREN
                                                                            # quantified
    | booleanPrimary comparisonOperator predicate                           # comparison
    | predicate                                                             # predicateOnly
    ;
comparisonOperator : EQ | NULL_SAFE_EQ | NE | LT | LE | GT | GE ;

predicate
    : bitExpression NOT? IN LPAREN queryExpression RPAREN                   # inQueryPredicate
    | bitExpression NOT? IN LPAREN expression ( COMMA expression )* RPAREN  # inPredicate
    | bitExpression NOT? BETWEEN bitExpression AND predicate                # betweenPredicate
    | bitExpression NOT? LIKE simpleExpression ( ESCAPE simpleExpression )? # likePredicate
    | bitExpression NOT? ( REGEXP | RLIKE ) bitExpression                   # regexpPredicate
    | bitExpression SOUNDS LIKE bitExpression                               # soundsLikePredicate
    | bitExpression MEMBER OF? LPAREN simpleExpression RPAREN               # memberPredicate
    | bitExpression                                                         # bitOnly
    ;

bitExpression
    : bitExpression CARET bitExpression                                     # arithmetic
    | bitExpression ( STAR | SLASH | PERCENT | DIV | MOD ) bitExpression    # arithmetic
    | bitExpression ( PLUS | MINUS ) bitExpression                          # arithmetic
    | bitExpression ( SHIFT_LEFT | SHIFT_RIGHT ) bitExpression              # arithmetic
    | bitExpression AMP bitExpression                                       # arithmetic
    | bitExpression PIPE bitExpression                                      # arithmetic
    | simpleExpression                                                      # simpleOnly
    ;

simpleExpression
    : simpleExpression COLLATE collationName                                # collateExpression
    | ( MINUS | PLUS | TILDE ) simpleExpression                             # signExpression
    | BANG simpleExpression                                                 # bangExpression
    | BINARY simpleExpression                                               # binaryExpression
    | INTERVAL expression intervalUnit                                      # intervalExpression
    | literal                                                               # literalExpression
    | functionCall                                                          # callExpression
    | columnReference ( JSON_EXTRACT | JSON_EXTRACT_TEXT ) STRING           # jsonPathExpression
    | columnReference                                                       # columnExpression
    | ROW? LPAREN expression ( COMMA expression )+ RPAREN                   # rowExpression
    | LPAREN expression RPAREN                                              # bracketExpression
    | EXISTS LPAREN queryExpression RPAREN                                  # existsExpression
    | LPAREN queryExpression RPAREN                                         # queryValue
    | CASE expression? caseWhen+ ( ELSE expression )? END                   # caseExpression
    | CAST LPAREN expression AS castType ARRAY? RPAREN                      # castExpression
    | CONVERT LPAREN expression COMMA castType RPAREN                       # castExpression
    | CONVERT LPAREN expression USING charsetName RPAREN                    # convertExpression
    ;
caseWhen : WHEN expression THEN expression ;

castType
    : ( SIGNED | UNSIGNED ) ( INTEGER | INT )?
    | BINARY modifiers?
    | ( CHAR | CHARACTER | VARCHAR | NCHAR ) modifiers? ( charset EQ? charsetName | ASCII | UNICODE | BINARY )*
    | DOUBLE PRECISION?
    | typeName modifiers?
    ;

functionCall
    : TRIM LPAREN ( BOTH | LEADING | TRAILING ) expression? FROM expression RPAREN # trimCall
    | TRIM LPAREN expression FROM expression RPAREN                         # trimCall
    | ( SUBSTRING | SUBSTR | MID ) LPAREN expression FROM expression ( FOR expression )? RPAREN
                                                                            # substringCall
    | POSITION LPAREN bitExpression IN expression RPAREN                    # positionCall
    | EXTRACT LPAREN intervalUnit FROM expression RPAREN                    # extractCall
    | ( DATE_ADD | ADDDATE | DATE_SUB | SUBDATE )
      LPAREN expression COMMA INTERVAL expression intervalUnit RPAREN       # dateArithmeticCall
    | ( TIMESTAMPADD | TIMESTAMPDIFF ) LPAREN intervalUnit COMMA expression COMMA expression RPAREN
                                                                            # timestampCall
    | CHAR LPAREN expression ( COMMA expression )* USING charsetName RPAREN # charUsingCall
    | ( CURRENT_TIMESTAMP | CURRENT_DATE | CURRENT_TIME | LOCALTIME | LOCALTIMESTAMP | UTC_DATE
      | UTC_TIME | UTC_TIMESTAMP | CURRENT_USER ) ( LPAREN INTEGER_NUMBER? RPAREN )? # nowCall
    | NEXT VALUE FOR qualifiedName                                          # nextValueCall
    | functionName LPAREN ( expression ( COMMA expression )* )? RPAREN      # plainCall
    | functionName LPAREN DISTINCT? ( STAR | expression ( COMMA expression )* )? orderBy?
      ( SEPARATOR STRING )? RPAREN over?                                    # aggregateCall
    ;
functionName
    : identifier ( DOT identifier )?
    | BINARY | CHAR | DEFAULT | IF | INTERVAL | MOD | LEFT | RIGHT
    ;

intervalUnit
    : MICROSECOND | SECOND | MINUTE | HOUR | DAY | WEEK | MONTH | QUARTER | YEAR
    | SECOND_MICROSECOND | MINUTE_MICROSECOND | MINUTE_SECOND | HOUR_MICROSECOND | HOUR_SECOND
    | HOUR_MINUTE | DAY_MICROSECOND | DAY_SECOND | DAY_MINUTE | DAY_HOUR | YEAR_MONTH
    ;

columnReference : identifier ( DOT identifier ( DOT identifier )? )? ;

// ---- literals and names

literal
    : NULL
    | TRUE
    | FALSE
    | numberLiteral
    | ( DATE | TIME | TIMESTAMP ) STRING
    | textLiteral
    ;
numberLiteral : INTEGER_NUMBER | DECIMAL_NUMBER | FLOAT_NUMBER ;
textLiteral
    : INTRODUCER? STRING+
    | NATIONAL_STRING STRING*
    | INTRODUCER? HEX_STRING
    | INTRODUCER? BIT_STRING
    ;

qualifiedName : identifier ( DOT identifier )? ;
identifier : WORD | QUOTED_NAME | nonReserved ;

// Tokens of this grammar that are no reserved words, or reserved only on one flavor: those are
// refused by MySqlReservedWords.
nonReserved
    : DATABASE | SCHEMA
    | ACTION | AFTER | ALGORITHM | ALWAYS | ASCII | AUTO_INCREMENT
    | BOOL | BOOLEAN | BTREE | BYTE | CHARSET | CLUSTERING
    | COLUMNS | COLUMN_FORMAT | COMMENT | COMPRESSED | COMPRESSION | CONCURRENT
    | COPY | DATA | DATE | DATETIME | DIRECTORY | DISABLE
    | DISCARD | ENABLE | ENCRYPTION | END | ENFORCED | ENGINE
    | ENGINE_ATTRIBUTE | ENUM | ESCAPE | EVENT | EXPANSION | EXTRACT
    | FIRST | FIXED | FORCE | FULL | FUNCTION | GENERATED
    | HASH | IGNORED | IMPORT | INPLACE | INSTANT | INVISIBLE
    | KEY_BLOCK_SIZE | MEMBER | MODIFY | NATIONAL | NCHAR | NO
    | NOCOPY | NONE | NOW | NOWAIT | NVARCHAR | OF
    | OFFSET | ONLINE | PARSER | PARTIAL | PERSISTENT | POSITION
    | QUERY | REF_SYSTEM_ID | REPLACE | ROW | RTREE | SECONDARY_ENGINE_ATTRIBUTE
    | SECURITY | SEQUENCE | SERIAL | SERVER | SHARED | EXCLUSIVE
    | SIMPLE | SOUNDS | SRID | STORAGE | STORED | SUBSTR
    | SUBSTRING | MID | TABLES | TABLESPACE | TEMPORARY | TEXT
    | TIME | TIMESTAMP | TRIM | TYPE | UNICODE | UNKNOWN | UNION
    | VALIDATION | VALUE | VALUES | VARCHAR | VIEW | VIRTUAL
    | VISIBLE | WAIT | WITHOUT | PACKAGE | BODY | SIGNED
    | INTEGER | INT | JSON | ARRAY | SYSTEM | VERSIONING
    | PERIOD | MICROSECOND | SECOND | MINUTE | HOUR | DAY
    | WEEK | MONTH | QUARTER | YEAR | TIMESTAMPADD | TIMESTAMPDIFF
    | CAST | WEIGHT_STRING | ENDS | STARTS | DEC | DECIMAL
    | NUMERIC | REAL | FLOAT | RETURNING | OLD | NEW
    | ADDDATE | SUBDATE | DATE_ADD | DATE_SUB | GET_FORMAT
    | AVG_ROW_LENGTH | CHECKSUM | DELAY_KEY_WRITE | INSERT_METHOD | MAX_ROWS
    | MIN_ROWS | PACK_KEYS | PASSWORD | ROW_FORMAT | STATS_AUTO_RECALC
    | STATS_PERSISTENT | STATS_SAMPLE_PAGES | TABLE_CHECKSUM | CONNECTION | AUTOEXTEND_SIZE
    | TRANSACTIONAL | PAGE_CHECKSUM | PAGE_COMPRESSED | PAGE_COMPRESSION_LEVEL | ENCRYPTED
    | ENCRYPTION_KEY_ID | IETF_QUOTES | SECONDARY_ENGINE | REMOVE | PARTITIONING
    | TRUNCATE | COALESCE | REORGANIZE | EXCHANGE | REBUILD
    | REPAIR | SECONDARY_LOAD | SECONDARY_UNLOAD | START | PARTITIONS | SUBPARTITION | SUBPARTITIONS
    | LESS | THAN | SYSTEM_TIME | HISTORY | CURRENT | AUTO | LIST | RANGE | LINEAR | MAXVALUE | LIMIT
    | INCREMENT | MINVALUE | NOMINVALUE | NOMAXVALUE | CACHE | NOCACHE | CYCLE | NOCYCLE | RESTART | NEXT
    | ANY | SOME | INTERSECT | EXCEPT | RECURSIVE | OVER | ROWS | UNBOUNDED | PRECEDING | FOLLOWING
    ;
