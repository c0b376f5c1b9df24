-- Operations are looked up by their id and by nothing else. Keeping this in order cost every one of them an eighth of its writing.
drop index operation_by_record;
