const Sequencer = require('@jest/test-sequencer').default;

const FASTEST_FIRST = ['spec', 'architecture', 'contract', 'int', 'e2e', 'chaos'];

/** Fast tiers before slow ones; within a tier Jest's own order, which begins with what failed or took longest. */
module.exports = class TierSequencer extends Sequencer {
  sort(tests) {
    const rank = ({ context }) => FASTEST_FIRST.indexOf(context.config.displayName.name);
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
