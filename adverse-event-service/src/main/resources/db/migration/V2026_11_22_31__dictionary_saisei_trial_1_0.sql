-- Versioned lists of terms. A version, once here, never changes.

CREATE TABLE dictionary (
    dictionary  text        NOT NULL,
    version     text        NOT NULL,
    origin      text        NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (dictionary, version)
);

CREATE TABLE term (
    dictionary       text        NOT NULL,
    version          text        NOT NULL,
    code             text        NOT NULL,
    ja               text        NOT NULL,
    en               text        NOT NULL,
    -- the term alone makes a case one of special interest (S-A3)
    special_interest boolean     NOT NULL,
    recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (dictionary, version, code),
    FOREIGN KEY (dictionary, version) REFERENCES dictionary (dictionary, version)
);

INSERT INTO dictionary (dictionary, version, origin) VALUES
    ('SAISEI-TRIAL', '1.0', 'Made-up codes for the terms of table 5 and the text of the optimal-use guideline (S). Not MedDRA, which is licensed and not shipped.');

INSERT INTO term (dictionary, version, code, ja, en, special_interest)
SELECT 'SAISEI-TRIAL', '1.0', code, ja, en, special_interest FROM (VALUES
    -- S, table 5
    ('ST-0001', '紅斑', 'Erythema', false),
    ('ST-0002', '接触皮膚炎', 'Contact dermatitis', false),
    ('ST-0003', '筋痙縮', 'Muscle spasticity', false),
    ('ST-0004', '薬物性肝障害', 'Drug-induced liver injury', false),
    ('ST-0005', '脂漏性皮膚炎', 'Seborrhoeic dermatitis', false),
    ('ST-0006', '皮下出血', 'Subcutaneous haemorrhage', false),
    ('ST-0007', '転倒', 'Fall', false),
    ('ST-0008', '皮膚剥脱', 'Skin exfoliation', false),
    ('ST-0009', '過剰肉芽組織', 'Excessive granulation tissue', false),
    ('ST-0010', 'カテーテル・留置部位損傷', 'Catheter or indwelling site injury', false),
    -- S, text below table 5. 貧血 is of interest when severe after a blood collection: more than the term tells
    ('ST-0011', '貧血', 'Anaemia', false),
    ('ST-0012', '穿刺部位疼痛', 'Puncture site pain', false),
    -- S, section 6 ③ (S-A3): of interest by the term alone
    ('ST-0101', '腫瘍の増悪', 'Tumour progression', true),
    ('ST-0102', '肺塞栓', 'Pulmonary embolism', true),
    ('ST-0103', '血栓形成', 'Thrombosis', true),
    ('ST-0104', 'アナフィラキシー', 'Anaphylaxis', true),
    ('ST-0105', '過敏症', 'Hypersensitivity', true),
    ('ST-0106', '腸骨骨髄炎', 'Iliac osteomyelitis', true),
    ('ST-0107', '敗血症性ショック', 'Septic shock', true),
    ('ST-0108', '異所性組織形成', 'Ectopic tissue formation', true),
    -- likewise, but of interest only in the circumstances that S-A3 names
    ('ST-0109', '低血圧', 'Hypotension', false),
    ('ST-0110', '感染症', 'Infection', false),
    ('ST-0111', 'バイタルサイン異常', 'Abnormal vital signs', false)
) AS list (code, ja, en, special_interest);

GRANT SELECT ON dictionary, term TO "${runtime}";
