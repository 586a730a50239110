import { AssignerProtocol, type GroupMember, type PartitionAssigner } from 'kafkajs';

const NAME = 'RelayCandidates';
const VERSION = 0;
const { MemberMetadata, MemberAssignment } = AssignerProtocol;

/**
 * Assigns a topic of one partition to the member that holds it already, so that a newcomer does not take the lead over.
 * `heldAs` is the member id under which this candidate was last elected: one that the group had given up comes back under
 * another id, and its claim counts for nothing.
 */
export const candidateAssigner =
  (heldAs: () => string | undefined): PartitionAssigner =>
  () => ({
    name: NAME,
    version: VERSION,
    protocol: ({ topics }) => ({
      name: NAME,
      metadata: MemberMetadata.encode({ version: VERSION, topics, userData: Buffer.from(heldAs() ?? '') }),
    }),
    assign: async ({ members, topics }) => {
      const elected = electedOf(members);
      return members.map(({ memberId }) => {
        const places = topics.map((topic) => [topic, memberId === elected ? [0] : []]);
        const assignment = Object.fromEntries(places) as Record<string, number[]>;
        return {
          memberId,
          memberAssignment: MemberAssignment.encode({ version: VERSION, assignment, userData: Buffer.alloc(0) }),
        };
      });
    },
  });

function electedOf(members: readonly GroupMember[]): string | undefined {
  const ids = members.map(({ memberId }) => memberId).sort();
  const holder = members.find(({ memberId, memberMetadata }) => claimOf(memberMetadata) === memberId);
  return holder?.memberId ?? ids[0];
}

const claimOf = (metadata: Buffer): string | undefined => MemberMetadata.decode(metadata)?.userData.toString();
