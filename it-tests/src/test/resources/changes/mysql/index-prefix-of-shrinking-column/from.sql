CREATE TABLE notes (id int primary key, body text, KEY body (body(100)), KEY head (body(20))) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
