-- What papers call a product.
create view planning.product_coded_seen as
select p.id, p.name, p.number_prefix as code from catalogue.product p;
