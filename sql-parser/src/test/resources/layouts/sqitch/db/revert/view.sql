drop view undone;
