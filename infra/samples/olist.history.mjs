/**
 * `node infra/samples/olist.history.mjs FOLDER > olist.csv`: the files of the Brazilian E-Commerce Public Dataset by Olist
 * (`olist_*_dataset.csv`, gzipped or not) as one, which `olist.mapping.json` reads: a row for each thing that happened, in
 * the order of time. `ordered` has a row for each article, and one for the freight; `asked` and `answered` one for each review.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import papaparse from 'papaparse';

const COLUMNS =
  'happening,at,order,customer,city,state,status,sku,category,price,delivered,estimated,asked,review,score,title,message';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node infra/samples/olist.history.mjs FOLDER > olist.csv');
const [orders, customers, items, products, reviews] = await Promise.all(
  ['orders', 'customers', 'order_items', 'products', 'order_reviews'].map(rowsOf),
);
const customerOf = new Map(customers.map((customer) => [customer.customer_id, customer]));
const categoryOf = new Map(products.map((product) => [product.product_id, product.product_category_name]));
const itemsOf = grouped(items);
const orderOf = new Map(orders.map((order) => [order.order_id, order]));

const happenings = [...orders.map(ordered), ...reviews.flatMap((review) => [asked(review), answered(review)])];
happenings.sort((one, other) => compare(one.at, other.at) || compare(one.id, other.id));
process.stdout.write(
  `${papaparse.unparse(
    happenings.flatMap(({ rows }) => rows),
    { columns: COLUMNS.split(','), newline: '\n' },
  )}\n`,
);

async function rowsOf(name) {
  const file = join(folder, `olist_${name}_dataset.csv`);
  const content = await readFile(`${file}.gz`).then(gunzipSync, () => readFile(file));
  return papaparse.parse(content.toString('utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
}

function grouped(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.order_id, [...(groups.get(row.order_id) ?? []), row]);
  return groups;
}

function ordered(order) {
  const row = { ...ofOrder(order), happening: 'ordered', at: order.order_purchase_timestamp };
  const articles = itemsOf.get(order.order_id) ?? [];
  const freight = articles.reduce((cents, { freight_value: value }) => cents + Math.round(Number(value) * 100), 0);
  const rows = [
    ...articles.map(({ product_id: sku, price }) => ({ ...row, sku, price })),
    ...(articles.length > 0 ? [{ ...row, sku: 'freight', price: (freight / 100).toFixed(2) }] : []),
  ];
  return { at: row.at, id: `1 ${order.order_id}`, rows: rows.length > 0 ? rows : [row] };
}

function asked(review) {
  const at = review.review_creation_date;
  return {
    at,
    id: `2 ${review.review_id} ${review.order_id}`,
    rows: [{ ...ofReview(review), happening: 'asked', at }],
  };
}

function answered(review) {
  const { review_answer_timestamp: at, review_score: score } = review;
  const [title, message] = [review.review_comment_title, review.review_comment_message];
  const row = { ...ofReview(review), happening: 'answered', at, score, title, message };
  return { at, id: `3 ${review.review_id} ${review.order_id}`, rows: [row] };
}

function ofReview(review) {
  const asked = review.review_creation_date.slice(0, 10);
  return { ...ofOrder(orderOf.get(review.order_id)), review: review.review_id, asked };
}

function ofOrder(order) {
  const {
    customer_unique_id: customer,
    customer_city: city,
    customer_state: state,
  } = customerOf.get(order.customer_id);
  return {
    order: order.order_id,
    customer,
    city,
    state,
    status: order.order_status,
    category: categoryOf.get(itemsOf.get(order.order_id)?.[0]?.product_id),
    delivered: order.order_delivered_customer_date.slice(0, 10),
    estimated: order.order_estimated_delivery_date.slice(0, 10),
  };
}

function compare(one, other) {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
