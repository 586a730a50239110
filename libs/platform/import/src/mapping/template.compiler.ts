import { compileConversion } from './conversion.compiler';
import type { TemplateExpression } from './mapping';
import { textOf, type Compiling, type Compute } from './scope';

/** `{Column}` stands for a column's text and `{$name}` for a named value; where one is absent, so is the whole. */
export function compileTemplate(compiling: Compiling, expression: TemplateExpression, path: string): Compute {
  const parts = expression.$template.split(PLACEHOLDER).map((part, index) => {
    const isPlaceholder = index % 2 === 1;
    return isPlaceholder ? placeholder(compiling, part, `${path}.$template`) : part;
  });
  return compileConversion(compiling, expression, path, `template ${expression.$template}`, (scope) => {
    let text = '';
    for (const part of parts) {
      const value = typeof part === 'string' ? part : part(scope);
      if (value === undefined) return undefined;
      text += textOf(value);
    }
    return text;
  });
}

const PLACEHOLDER = /\{([^{}]+)\}/;

function placeholder(compiling: Compiling, name: string, path: string): Compute {
  if (name.startsWith('$')) return compiling.value(name.slice(1), path);
  const index = compiling.column(name, path);
  return compileConversion(compiling, {}, path, `column ${name}`, ({ row }) => row.fields[index]);
}
