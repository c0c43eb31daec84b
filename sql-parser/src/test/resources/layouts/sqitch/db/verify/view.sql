select undone;
