-- Nothing is seeded in SQL: the demo's user and rows go through sign-up and the product's own
-- API (scripts/stack/seed.ts), so that they meet the same checks as everybody's.
select 1;
