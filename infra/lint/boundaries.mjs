import { readdirSync } from 'node:fs';

const LIBS = new URL('../../libs/', import.meta.url);

/** What a project of each type may import; the architecture tests hold the same table. */
const LAYERS = {
  'type:kernel': [],
  // Pure calculation that is no domain's own, such as business time: cores may call it.
  'type:calculation': [],
  'type:contract': ['type:kernel', 'type:contract'],
  // A pure fold of several domains' events that more than one domain judges by, such as what a customer did.
  'type:facts': ['type:kernel', 'type:contract', 'type:calculation'],
  'type:core': ['type:kernel', 'type:contract', 'type:facts', 'type:calculation'],
  // Commands have one base class, which the platform carries without knowing any domain.
  'type:platform': ['type:kernel', 'type:platform', 'type:calculation', 'scope:shared'],
  'type:app': [
    'type:app',
    'type:service',
    'type:platform',
    'type:contract',
    'type:facts',
    'type:calculation',
    'type:kernel',
  ],
};

const domains = readdirSync(LIBS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['kernel', 'platform', 'shared'].includes(entry.name))
  .map(({ name }) => `scope:${name}`);

/** A service knows its own core, and of other domains the contracts alone. */
const services = domains.map((scope) => ({
  allSourceTags: ['type:service', scope],
  onlyDependOnLibsWithTags: ['type:contract', 'type:kernel', 'type:facts', 'type:calculation', 'type:platform', scope],
}));

const layers = Object.entries(LAYERS).map(([sourceTag, onlyDependOnLibsWithTags]) => ({
  sourceTag,
  onlyDependOnLibsWithTags,
}));

export const boundaries = { allow: [], depConstraints: [...layers, ...services] };

/** Specs may try a layer on a real domain. */
export const boundariesOfSpecs = {
  allow: ['^@tenure/.+-(contract|core)$', '^@tenure/.+/testing$'],
  depConstraints: boundaries.depConstraints,
};
