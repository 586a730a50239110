import { domainCommands } from '@tenure/composition';
import { startTestApi, type TestApi } from './testing/api.fixture';

interface Operation {
  readonly operationId?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly description?: string; readonly content?: Record<string, { readonly schema?: object }> }>
  >;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

describe('API description', () => {
  let api: TestApi;
  let document: Document;
  let operations: readonly (Operation & { readonly path: string; readonly method: string })[];

  beforeAll(async () => {
    api = await startTestApi();
    const answer = await fetch(`${api.url}/openapi.json`);
    // Everything below checks what is claimed here.
    document = (await answer.json()) as Document;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ ...operation, path, method })),
    );
  });
  afterAll(() => api.close());

  it('is OpenAPI 3', () => {
    expect(document.openapi).toMatch(/^3\.0\.\d$/);
    expect(document.info.title).toBe('Tenure');
    expect(document.info.version).toMatch(/^\d/);
  });

  it('names every operation once, in a form that is a method name in any language', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids.filter((id) => !/^[a-z][A-Za-z0-9]+$/.test(id ?? ''))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations.filter(({ tags = [] }) => tags.length !== 1)).toEqual([]);
  });

  it('has an operation for each command that can come from outside, and its CloudEvents type', () => {
    const ids = new Set(operations.map(({ operationId }) => operationId?.toLowerCase()));
    expect(domainCommands.filter(({ command }) => !ids.has(command.name.toLowerCase()))).toEqual([]);
    const publish = JSON.stringify(document.paths['/events']);
    expect(domainCommands.filter(({ cloudEventType }) => !publish.includes(cloudEventType))).toEqual([]);
  });

  it('leads every reference to a schema, and every schema has a type', () => {
    const known = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`));
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((reference) => !known.has(reference ?? ''))).toEqual([]);
    expect(schemasIn(document).filter((schema) => !isSchema(schema))).toEqual([]);
  });

  it('declares each parameter of a path, and no other', () => {
    for (const { path, parameters = [] } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect([path, declared.toSorted()]).toEqual([path, inPath.toSorted()]);
      const names = parameters.map((parameter) => `${parameter.in} ${parameter.name.toLowerCase()}`);
      expect([path, names.length]).toEqual([path, new Set(names).size]);
    }
  });

  it('says of every operation what it answers', () => {
    for (const { operationId, responses } of operations) {
      const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
      expect([operationId, good.length > 0]).toEqual([operationId, true]);
      const wanted = wantedOf(operationId);
      for (const [, { content }] of good) expect([operationId, content]).toEqual([operationId, wanted]);
      const undescribed = Object.values(responses).filter(({ description }) => description === undefined);
      expect([operationId, undescribed]).toEqual([operationId, []]);
    }
  });

  it('says of every operation how it fails', () => {
    for (const { operationId = '', requestBody, responses } of operations) {
      if (['getLiveness', 'getReadiness'].includes(operationId)) continue;
      for (const status of requestBody ? [...OF_ANY_REQUEST, ...OF_ANY_BODY] : OF_ANY_REQUEST) {
        expect([operationId, status, responses[status]?.content]).toEqual([operationId, status, AS_PROBLEM]);
      }
    }
  });

  it('has no body where HTTP gives one no meaning', () => {
    const bodies = operations.filter(({ method, requestBody }) => ['get', 'delete'].includes(method) && requestBody);
    expect(bodies).toEqual([]);
  });

  it('is shown on a page whose parts all come from here', async () => {
    const page = await (await fetch(`${api.url}/docs`)).text();
    const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, part]) => part ?? '');
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) {
      expect(part).toMatch(/^\.\/docs\//);
      const answer = await fetch(new URL(part, `${api.url}/docs`));
      expect([part, answer.status, (await answer.arrayBuffer()).byteLength > 0]).toEqual([part, 200, true]);
    }
  });
});

const OF_ANY_REQUEST = ['400', '429', '500', '503'];
const OF_ANY_BODY = ['413', '415', '422'];
const AS_PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } };
const schema: unknown = expect.objectContaining({});
const AS_JSON = { 'application/json': { schema } };
const FILE = { schema: { type: 'string', format: 'binary' } };
const AS_TABLE = {
  'text/csv': FILE,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': FILE,
};

function wantedOf(operationId = ''): object {
  if (operationId === 'followProjection') return AS_EVENT_STREAM;
  return operationId.startsWith('export') ? AS_TABLE : AS_JSON;
}

const AS_EVENT_STREAM = { 'text/event-stream': { schema } };

/** Every value that stands where a schema belongs. */
const schemasIn = (value: unknown): object[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, member]) => [...schemasAt(name, member), ...deeper(name, member)])
    : [];

const deeper = (name: string, member: unknown): object[] =>
  name === 'example' || name === 'default' ? [] : schemasIn(member);

function schemasAt(name: string, member: unknown): object[] {
  if (!isObject(member)) return [];
  if (name === 'schema' || name === 'items') return [member];
  return name === 'properties' || name === 'schemas' ? Object.values(member).filter(isObject) : [];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isSchema = (candidate: object): boolean =>
  ['$ref', 'type', 'oneOf', 'allOf', 'anyOf'].some((keyword) => keyword in candidate);
