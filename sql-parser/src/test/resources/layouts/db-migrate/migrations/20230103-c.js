path.join(__dirname, 'sqls', '20230103-other-up.sql');
