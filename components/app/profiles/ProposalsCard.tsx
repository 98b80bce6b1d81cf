import { hasProposal, type Profile, type Proposal, parseDraft, profileText, takeProposal } from '../../../lib/devices/profile';
import { t } from '../../../lib/i18n';
import { profileDraft, profileProposals } from './profile-text';
import { proposalReason, proposalWords } from './proposal-words';

/**
 * What the inspector's log supports beyond the draft, each with the reason for it. Nothing is in the draft until the person adds it. Shows
 * nothing without proposals, or while the text does not have the shape of a profile.
 */
export function ProposalsCard() {
  const proposals = profileProposals.value;
  const draft = parseDraft(profileDraft.value);
  if (proposals.length === 0 || draft === null) return null;
  return (
    <section class="card stack profiles" aria-labelledby="proposals-title" data-proposals={proposals.length}>
      <div class="stack tight">
        <h2 id="proposals-title">{t('proposalsTitle')}</h2>
        <p class="muted">{t('proposalsText')}</p>
      </div>
      <ul class="profile-rows">
        {proposals.map((proposal, index) => (
          <ProposalRow key={index} profile={draft} proposal={proposal} />
        ))}
      </ul>
    </section>
  );
}

function ProposalRow({ profile, proposal }: { readonly profile: Profile; readonly proposal: Proposal }) {
  const words = proposalWords(proposal);
  const taken = hasProposal(profile, proposal);
  const next = taken ? null : takeProposal(profile, proposal);
  return (
    <li class="profile-row" data-proposal={proposal.kind} data-taken={taken}>
      <div>
        <h3>{words}</h3>
        <small>{proposalReason(proposal)}</small>
        {!taken && next === null && <small> {t('proposalNotYet')}</small>}
      </div>
      {taken ? (
        <small>{t('proposalTaken')}</small>
      ) : (
        <button
          type="button"
          class="quiet"
          disabled={next === null}
          aria-label={t('proposalTakeName', words)}
          onClick={() => {
            if (next !== null) profileDraft.value = profileText(next);
          }}
        >
          {t('proposalTake')}
        </button>
      )}
    </li>
  );
}
