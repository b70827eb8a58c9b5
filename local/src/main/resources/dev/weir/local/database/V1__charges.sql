-- Charges in PostgreSQL. One row of weir_books for each series of documents.
CREATE TABLE weir_books (
  series text PRIMARY KEY,
  issuer text NOT NULL,
  digest text,
  rated  text NOT NULL
);

-- The ledger: rows are only added. json is the entry as the books write it.
CREATE TABLE weir_entry (
  series text   NOT NULL REFERENCES weir_books,
  number bigint NOT NULL,
  json   text   NOT NULL,
  PRIMARY KEY (series, number)
);

-- The usage events that were taken, each once, in the order of position.
CREATE TABLE weir_usage (
  series   text   NOT NULL REFERENCES weir_books,
  source   text   NOT NULL,
  id       text   NOT NULL,
  position bigint NOT NULL,
  partner  text   NOT NULL,
  agreement text  NOT NULL,
  release  text   NOT NULL,
  minute   timestamptz NOT NULL,
  records  bigint NOT NULL,
  payload_bytes bigint NOT NULL,
  cells    bigint NOT NULL,
  epsilon  numeric NOT NULL,
  json     text   NOT NULL,
  PRIMARY KEY (series, source, id)
);

-- FOCUS 1.4, a row for each line; what a closing adds to it, as InvoiceId, is put in its place.
CREATE TABLE weir_charge (
  series         text   NOT NULL REFERENCES weir_books,
  entry          bigint NOT NULL,
  billing_period date   NOT NULL,
  partner        text   NOT NULL,
  agreement      text   NOT NULL,
  currency       char(3) NOT NULL,
  billed_cost    numeric NOT NULL,
  invoice_id     text,
  focus          jsonb  NOT NULL,
  PRIMARY KEY (series, entry)
);

-- Lines of the rating job's topic.
CREATE TABLE weir_line (
  source    text NOT NULL,
  id        text NOT NULL,
  at        timestamptz NOT NULL,
  partner   text NOT NULL,
  agreement text NOT NULL,
  month     date NOT NULL,
  kind      text NOT NULL,
  tier      int  NOT NULL,
  quantity  numeric NOT NULL,
  unit      text NOT NULL,
  unit_price numeric NOT NULL,
  amount    numeric NOT NULL,
  currency  char(3) NOT NULL,
  corrects  text,
  PRIMARY KEY (source, id)
);
