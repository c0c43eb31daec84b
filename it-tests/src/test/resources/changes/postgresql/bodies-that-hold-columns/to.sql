CREATE TABLE jobs (id integer PRIMARY KEY, done boolean, cost bigint, phase text);
CREATE VIEW open_jobs AS SELECT id FROM jobs WHERE NOT done;
CREATE FUNCTION label(job integer) RETURNS text LANGUAGE sql
  BEGIN ATOMIC SELECT (jobs.id)::text AS id FROM public.jobs WHERE (jobs.id = label.job); END;
CREATE FUNCTION start(job integer) RETURNS void LANGUAGE sql
  BEGIN ATOMIC UPDATE public.jobs SET phase = 'running'::text WHERE (jobs.id = start.job); END;
CREATE FUNCTION price(job integer) RETURNS numeric LANGUAGE sql
  BEGIN ATOMIC SELECT jobs.cost FROM public.jobs WHERE (jobs.id = price.job); END;
CREATE FUNCTION how_many() RETURNS bigint LANGUAGE sql
  BEGIN ATOMIC SELECT count(*) AS count FROM public.open_jobs; END;
