-- Which mails have gone out, and which attempt to send one took the right to do so.
create table letters_sent (
  key text primary key,
  attempt text not null,
  at timestamptz not null
);

grant select, insert, update (at), delete on letters_sent to skillswap_payments;
