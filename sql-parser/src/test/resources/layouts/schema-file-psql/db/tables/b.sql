create table b () -- no end
;
