import { isSelf, type Viewer } from '@skillswap/kit/viewer';
import { seesEverybody } from './staff.ts';

/** Who may see a part of a profile. */
export type Audience = 'EVERYONE' | 'MEMBERS' | 'NOBODY';

/** The parts of a profile that a person can hide, each with its audience. */
export interface Privacy {
  readonly bio: Audience;
  readonly photo: Audience;
  readonly languages: Audience;
  readonly location: Audience;
  readonly presence: Audience;
}

/** Changes of audiences; null and absent parts stay. */
export type WantedPrivacy = {
  readonly [Part in keyof Privacy]?: Privacy[Part] | null | undefined;
};

/** What holds until a person says otherwise. */
export const defaultPrivacy: Privacy = {
  bio: 'EVERYONE',
  photo: 'EVERYONE',
  languages: 'EVERYONE',
  location: 'EVERYONE',
  presence: 'MEMBERS',
};

/** Whether the viewer may see this part; the person and staff always may. */
export function maySee(
  viewer: Viewer,
  { id, privacy }: { readonly id: string; readonly privacy: Privacy },
  part: keyof Privacy,
): boolean {
  if (isSelf(viewer, id) || viewer.kind === 'service' || seesEverybody(viewer)) return true;
  const audience = privacy[part];
  return audience === 'EVERYONE' || (audience === 'MEMBERS' && viewer.kind === 'member');
}

/** The changes that were asked for, without those that say nothing. */
export function toPrivacyChanges({ bio, photo, languages, location, presence }: WantedPrivacy) {
  return {
    ...(bio != null && { bio }),
    ...(photo != null && { photo }),
    ...(languages != null && { languages }),
    ...(location != null && { location }),
    ...(presence != null && { presence }),
  };
}
