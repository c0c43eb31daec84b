readFile('sqls/20230101-a-up.sql');
