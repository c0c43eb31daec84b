-- CreateObject
CREATE AGGREGATE "place"(ORDER BY anyelement) (FINALFUNC = "mode_final", FINALFUNC_EXTRA = true, FINALFUNC_MODIFY = read_write, SFUNC = "ordered_set_transition", STYPE = internal);

-- DropObject
DROP AGGREGATE "commonest"(anyelement);

-- DropObject
-- hazard: recreated: aggregate public.middle(double precision, double precision): it is dropped and made anew
-- hazard: privileges-lost: aggregate public.middle(double precision, double precision): what was granted on it goes with it, and must be granted again
DROP AGGREGATE "middle"(double precision, double precision);

-- CreateObject
CREATE AGGREGATE "middle"(DOUBLE PRECISION ORDER BY DOUBLE PRECISION) (FINALFUNC = "percentile_disc_final", FINALFUNC_EXTRA = true, FINALFUNC_MODIFY = read_write, SFUNC = "ordered_set_transition", STYPE = internal);
