db.createTable();
