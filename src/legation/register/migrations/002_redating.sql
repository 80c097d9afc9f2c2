-- Reports that were dated by what other reports tell have the basis 'register'; they are looked at again when those change.
CREATE INDEX report_redated ON report (id) WHERE day IS NULL OR basis = 'register';
