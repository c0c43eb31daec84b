-- CreateTable
CREATE TABLE a (id int);
