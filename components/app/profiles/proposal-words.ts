import { shortUuid } from '../../../lib/devices/inspector/uuid-input';
import type { Proposal } from '../../../lib/devices/profile';
import { number, t } from '../../../lib/i18n';
import { temperature } from '../../../lib/i18n/units';
import { classWords } from './class-words';

/** What is proposed: "Class: Thermometer". */
export function proposalWords(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'class':
      return t('proposalClass', classWords(proposal.class));
    case 'frame-checksum':
      return t('proposalFrameChecksum', proposal.checksum.type);
    case 'status': {
      const { begins, checksum } = proposal.status;
      const from = shortUuid(proposal.characteristic);
      const shape = begins === undefined ? t('proposalStatusAny', from) : t('proposalStatus', from, begins);
      return checksum === undefined ? shape : t('proposalWithChecksum', shape, checksum.type);
    }
    case 'field':
      return t('proposalField', proposal.field.to, number(proposal.field.at), proposal.field.type);
  }
}

/** What supports it in the log. */
export function proposalReason(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'class':
      if (proposal.because.by === 'values') return t('proposalByValues', shortUuid(proposal.because.characteristic));
      return t(proposal.because.by === 'name' ? 'proposalByName' : 'proposalByService', proposal.because.device);
    case 'frame-checksum':
      return t('proposalChecksumFits', number(proposal.checksum.packets));
    case 'status':
      return t('proposalStatusCame', number(proposal.packets), number(proposal.of), number(proposal.status.minLength ?? 0));
    case 'field': {
      const [low, high] = proposal.heard;
      return proposal.field.to === 'temperatureC'
        ? t('proposalDrifted', temperature(low), temperature(high), number(proposal.packets))
        : t('proposalSwitched', number(low), number(high), number(proposal.packets));
    }
  }
}
