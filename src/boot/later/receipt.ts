/**
 * The visitor's record in the fields of ISO/IEC TS 27560:2023, with the terms of the W3C's Data
 * Privacy Vocabulary 2.2 (`dpv:`). The schema is `docs/receipt.schema.json`.
 *
 * What the notice does not say is not in it: nothing is guessed.
 */

import type { Receipt, ReceiptEvent, ReceiptParty, ReceiptPurpose, Snapshot } from "../consent.d.ts";
import type { Bridge } from "../notice.ts";
import type { Past, StoredRecord } from "../record.ts";

/** What is read of a notice file; `src/notice/mod.rs` has the whole. */
export interface NoticeFile {
    operator: { name: string; address?: string; email?: string; phone?: string; url?: string };
    purposes: { id: string; name: string; text: string; required: boolean; regime?: string }[];
    services: {
        id: string;
        name: string;
        purpose: string;
        recipient?: string;
        sends?: string;
        policy?: string;
    }[];
}

const SCHEMA = "https://w3id.org/dpv/schema/dpv-27560#receipt";
const CONTROLLER = "controller";

const iso = (ms: number): string => new Date(ms).toISOString();

/** Without what is not stated. */
const stated = <T extends object>(from: T): T =>
    Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as T;

/** What a decision said that the one before it had not, oldest decision first. */
const eventsOf = (record: StoredRecord): ReceiptEvent[] => {
    const decisions: (Past & { until?: number })[] = [...record.past, record];
    return decisions.flatMap(({ revision, source, layer, at, choices, until }, place) => {
        const before = decisions[place - 1];
        return Object.entries(choices)
            .filter(([id, choice]) => before?.choices[id] !== choice || before.revision !== revision)
            .map(([id, choice]) => {
                const wasYes = (before?.choices[id] ?? "denied") !== "denied";
                return stated({
                    event_time: iso(at),
                    entity_id: record.id,
                    subject: id,
                    type: "dpv:ExpressedConsent" as const,
                    state:
                        choice !== "denied"
                            ? ("dpv:ConsentGiven" as const)
                            : wasYes
                              ? ("dpv:ConsentWithdrawn" as const)
                              : ("dpv:ConsentRefused" as const),
                    duration: until && Math.round((until - at) / 1000),
                    notice_revision: revision,
                    source,
                    layer: source === "first-layer" ? (1 as const) : layer,
                    over_signal: choice === "granted-over-gpc" || undefined,
                });
            });
    });
};

const purposesOf = (
    notice: NoticeFile,
    { regime, purposes, why }: Snapshot,
    page: string,
): ReceiptPurpose[] =>
    notice.purposes.map(({ id, name, text, required, regime: own }) => {
        const services = notice.services.filter(({ purpose }) => purpose === id);
        return stated({
            purpose_id: id,
            purpose: name,
            purpose_description: text,
            // Where nobody is asked first, what it rests on is the owner's to say.
            lawful_basis: !required && (own ?? regime) === "opt-in" ? ("dpv:Consent" as const) : undefined,
            allowed: purposes[id]!,
            reason: why[id]!,
            pii_controllers: [CONTROLLER],
            pii_information: services.flatMap(({ sends }) => (sends ? [{ pii_type: sends }] : [])),
            services: services.map((service) => service.name),
            recipient_third_parties: services.flatMap((service) => (service.recipient ? [service.id] : [])),
            withdrawal_method: required ? undefined : `${page}#choices`,
        });
    });

const partiesOf = ({ operator, services }: NoticeFile): ReceiptParty[] => [
    stated({
        party_id: CONTROLLER,
        party_role: "dpv:DataController" as const,
        party_name: operator.name,
        party_address: operator.address,
        party_email: operator.email,
        party_phone: operator.phone,
        party_url: operator.url,
    }),
    ...services
        .filter(({ recipient }) => recipient)
        .map(({ id, recipient, policy }) =>
            stated({
                party_id: id,
                party_role: "dpv:Recipient" as const,
                party_name: recipient!,
                party_url: policy,
            }),
        ),
];

/** The receipt for the record that counts now, or null. `page` is the address of the notice. */
export const receipt = async (bridge: Bridge, language: string, page: string): Promise<Receipt | null> => {
    const snapshot = bridge.snapshot();
    const text = bridge.read();
    if (!text || !snapshot.decidedAt) return null;
    const record = JSON.parse(text) as StoredRecord;
    const notice = JSON.parse(await bridge.notice(language)) as NoticeFile;
    return {
        record: { schema_version: SCHEMA, record_id: record.id, pii_principal_id: record.id },
        pii_processing: {
            privacy_notice: page,
            notice_id: record.notice,
            notice_revision: record.revision,
            notice_text: record.text,
            language: record.lang,
            purposes: purposesOf(notice, snapshot, page),
        },
        party_identification: partiesOf(notice),
        event: eventsOf(record),
        valid_until: iso(record.until),
    };
};
