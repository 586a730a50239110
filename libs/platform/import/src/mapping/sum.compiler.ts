import { add, multiply, ZERO, type ExactDecimal } from '../values/exact-decimal';
import { checkConversion } from './conversion.check';
import type { SumExpression } from './mapping';
import { decimalReader, numberWriter } from './number.conversion';
import { flaw, type Compiling, type Compute, type Scope } from './scope';

/** Multiplies the columns of each row and adds the products up, exactly, and rounds once: at the end. */
export function compileSum(compiling: Compiling, expression: SumExpression, path: string): Compute {
  const { $sum, as = 'decimal' } = expression;
  const factors = $sum.map((name, index) => ({ name, index: compiling.column(name, `${path}.$sum[${index}]`) }));
  if (!checkConversion(compiling, expression, path) || !isNumeric(as)) return () => undefined;
  const read = decimalReader(compiling.source);
  const write = numberWriter(as, expression);

  return (scope) => {
    let sum = ZERO;
    for (const row of scope.rows) {
      const product = productOf(row.fields, scope);
      if (!product) return undefined;
      sum = add(sum, product);
    }
    const written = write(sum);
    return 'value' in written ? written.value : flaw(scope, `sum of ${$sum.join(' × ')}: ${written.reason}`);
  };

  function productOf(fields: readonly string[], scope: Scope): ExactDecimal | undefined {
    let product: ExactDecimal | undefined;
    for (const { name, index } of factors) {
      const text = fields[index]?.trim() ?? '';
      const factor = read(text);
      if (!factor) return flaw(scope, `column ${name}: ${JSON.stringify(text.slice(0, 60))} is not a number`);
      product = product ? multiply(product, factor) : factor;
    }
    return product;
  }
}

type NumericKind = 'integer' | 'number' | 'decimal' | 'money' | 'minor-units';

const isNumeric = (kind: string): kind is NumericKind =>
  ['integer', 'number', 'decimal', 'money', 'minor-units'].includes(kind);
