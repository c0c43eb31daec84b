CREATE TABLE account (owner text, amount numeric);
CREATE TABLE log (amount numeric);
CREATE RULE logged AS ON UPDATE TO account DO ALSO INSERT INTO public.log (amount) VALUES (new.amount);
