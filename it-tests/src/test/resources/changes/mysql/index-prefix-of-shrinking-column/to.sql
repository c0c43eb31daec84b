CREATE TABLE notes (id int primary key, body varchar(50), KEY body (body), KEY head (body(20))) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
