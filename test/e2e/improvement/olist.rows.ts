import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { readRows } from '../standards/judged.history';

const SHARED = process.env.TEST_SHARED_DATA ?? join(__dirname, '../../../../shared/data');
export const OLIST = join(SHARED, 'olist');
/** Its licence is for use that is not commercial, so that the repository can't carry it. */
export const hasOlist = existsSync(OLIST);
export const ZONE = 'America/Sao_Paulo';

/** A review as its own file has it, with what the others say of its order; times are milliseconds since 1970. */
export interface Review {
  readonly id: string;
  readonly customer: string;
  readonly product: string | undefined;
  readonly label: 'not-delivered' | 'delivered-late' | 'delivered-in-time';
  readonly score: number;
  readonly title: string;
  readonly message: string;
  readonly askedAt: number;
  readonly answeredAt: number;
}

/** All of them, in the order in which they were answered. */
export async function readReviews(): Promise<Review[]> {
  const [reviews, orders, items, products, customers] = await Promise.all(
    ['order_reviews', 'orders', 'order_items', 'products', 'customers'].map((name) =>
      readRows(join(OLIST, `olist_${name}_dataset.csv.gz`)),
    ),
  );
  const orderOf = byId(orders, 'order_id');
  const customerOf = byId(customers, 'customer_id');
  const categoryOf = byId(products, 'product_id');
  const skuOf = new Map((items ?? []).toReversed().map((item) => [item['order_id'], item['product_id']]));
  return (reviews ?? [])
    .map((review) => {
      const order = orderOf.get(review['order_id']) ?? {};
      const customer = customerOf.get(order['customer_id']) ?? {};
      const category = categoryOf.get(skuOf.get(review['order_id']))?.['product_category_name'];
      return reviewOf(review, order, { customer: cell(customer, 'customer_unique_id'), category });
    })
    .sort((one, other) => one.answeredAt - other.answeredAt);
}

const cell = (row: Row, name: string): string => row[name]?.trim() ?? '';

function reviewOf(review: Row, order: Row, of: { readonly customer: string; readonly category?: string }): Review {
  const asked = cell(review, 'review_creation_date');
  return {
    id: `olist-${cell(review, 'review_id')}-${cell(review, 'order_id')}`,
    customer: `olist-${of.customer}`,
    product: of.category === '' ? undefined : of.category,
    label: labelOf(order, asked.slice(0, 10)),
    score: Number(cell(review, 'review_score')),
    title: cell(review, 'review_comment_title'),
    message: cell(review, 'review_comment_message'),
    askedAt: momentOf(asked),
    answeredAt: momentOf(cell(review, 'review_answer_timestamp')),
  };
}

/** Those that are complaints too. */
export const complaintsAmong = (reviews: readonly Review[]): Review[] =>
  reviews.filter(({ score, title, message }) => score <= 2 && `${title}${message}` !== '');

type Row = Readonly<Record<string, string>>;

const byId = (rows: readonly Row[] | undefined, name: string): Map<string | undefined, Row> =>
  new Map((rows ?? []).map((row) => [row[name], row]));

const momentOf = (text: string): number => DateTime.fromSQL(text, { zone: ZONE }).toMillis();

/** As it was known on the day of asking; days compare as texts. */
function labelOf(order: Row, asked: string): Review['label'] {
  const delivered = cell(order, 'order_delivered_customer_date').slice(0, 10);
  const estimated = cell(order, 'order_estimated_delivery_date').slice(0, 10);
  if (delivered === '' || delivered > asked) return 'not-delivered';
  return delivered > estimated ? 'delivered-late' : 'delivered-in-time';
}
