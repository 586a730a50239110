import { basename } from 'node:path';

const FORM = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|js|mjs|cjs)$/;
/** A service is a subject of the domain, as in `service-record`; as the role of a file it says nothing. */
const SAYS_NOTHING = /(^|[.-])(utils?|helpers?|common|managers?|misc)[.-]|\.service\./;

/** Files are named `subject.role.ts`, in words that say something. */
export const fileName = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename);
      if (!FORM.test(name)) context.report({ node, message: `Name this file subject.role.ts, in-small-words` });
      if (SAYS_NOTHING.test(name))
        context.report({ node, message: `A name such as ${name} says nothing of its content` });
    },
  }),
};
