create index c on b (id);
