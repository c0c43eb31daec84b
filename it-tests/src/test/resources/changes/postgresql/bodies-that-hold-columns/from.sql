-- The bodies are in the server's own words, so that they can be compared without it.
CREATE TABLE jobs (id integer PRIMARY KEY, state text, done boolean, cost integer);
CREATE VIEW open_jobs AS SELECT id, state FROM jobs WHERE NOT done;
-- Goes, and with it what it reads.
CREATE PROCEDURE reset(job integer) LANGUAGE sql
  BEGIN ATOMIC UPDATE public.jobs SET state = NULL::text WHERE (jobs.id = reset.job); END;
-- Reads something else from now on.
CREATE FUNCTION label(job integer) RETURNS text LANGUAGE sql
  BEGIN ATOMIC SELECT jobs.state FROM public.jobs WHERE (jobs.id = label.job); END;
-- Reads a column that takes the place of the other.
CREATE FUNCTION start(job integer) RETURNS void LANGUAGE sql
  BEGIN ATOMIC UPDATE public.jobs SET state = 'running'::text WHERE (jobs.id = start.job); END;
-- Its column gets another type.
CREATE FUNCTION price(job integer) RETURNS numeric LANGUAGE sql
  BEGIN ATOMIC SELECT jobs.cost FROM public.jobs WHERE (jobs.id = price.job); END;
-- Reads a view that is made anew.
CREATE FUNCTION how_many() RETURNS bigint LANGUAGE sql
  BEGIN ATOMIC SELECT count(*) AS count FROM public.open_jobs; END;
