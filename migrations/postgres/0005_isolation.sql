-- The second wall between shops. The first is that every query names its shop; this one holds where a query forgets.
-- FORCE: the tables' owner is bound by it too; only superusers and BYPASSRLS roles are not, so the daemon should be
-- neither. Two settings decide, per connection or per transaction:
--   botctl.scope = 'system'      all shops: the pipeline's group commits mix shops in one statement
--   botctl.tenants = 'id,id'     those shops alone, whatever the query asks for
-- Neither: no rows at all, and no row can be written. A connection that forgot both sees an empty database.
-- The sub-selects make each setting one look-up a statement, not one a row.
DO $$
DECLARE
  found RECORD;
  wall TEXT := '(SELECT current_setting(''botctl.scope'', true)) = ''system'' OR tenant_id = ANY ((SELECT string_to_array(current_setting(''botctl.tenants'', true), '',''))::text[])';
BEGIN
  FOR found IN
    SELECT c.table_name FROM information_schema.columns c
    JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
    WHERE c.table_schema = current_schema() AND c.column_name = 'tenant_id' AND t.table_type = 'BASE TABLE'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', found.table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', found.table_name);
    EXECUTE format('CREATE POLICY shop_wall ON %I USING (%s) WITH CHECK (%s)', found.table_name, wall, wall);
  END LOOP;
END
$$;
