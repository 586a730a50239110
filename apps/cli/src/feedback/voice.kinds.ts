/** Where customers say something that nobody asked for by a survey. */
export const VOICE_KINDS = ['interview', 'forum', 'social-media', 'front-line', 'other'];
