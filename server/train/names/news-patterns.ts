/**
 * Sentences as papers write them, which the corpora hardly have: titles before names, firms, ministries, parties, other
 * papers. In braces what is put in, see `news.ts`; everything else is part of no name.
 */
export const NEWS_PATTERNS: readonly string[] = `
{company} shares rose {number} percent on Monday.
{company} shares fell as much as {number}% in early trading in {city}.
Shares of {company} jumped after {paper} reported that {company} was in talks to buy it.
Shares in {company}, {company} and {company} all closed lower.
{company}, the owner of {company}, said on Thursday it would cut {number} jobs.
{company}, which owns {company} and {company}, declined to comment.
{company}, a {city}-based payments company, raised $45 million from {company} and {company}.
{company}, a subsidiary of {company}, filed for an initial public offering in {city}.
{company}, once the largest lender in {country}, reported a loss for the third quarter.
The parent of {company} has hired {company} to advise it on a sale.
The operator of {company} said the service had {number} million users in {country}.
Rivals such as {company}, {company} and {company} have opened stores in {city}.
Startups including {company} and {company} have moved to {city}.
Ride-hailing firm {company} has put off its listing.
Food delivery company {company} was fined by the regulator in {country}.
Online retailer {company} and chip maker {company} led the losses.
Regulators have told {company} to stop selling the app {company} made.
State-owned oil company {company} said output at its refinery in {city} had stopped.
Mining giant {company} said it had agreed to sell its mine near {city} to {company}.
Budget carrier {company} will fly from {city} to {city} from May.
Carmaker {company} is to build a plant in {city}, {country}.
Analysts at {company} cut their target for {company}.
"We are disappointed," {company} said in a statement.
"We have no plans to leave {country}," a spokeswoman for {company} told {paper}.
{company} chief executive {person} said sales had grown in {country}.
{company} Chief Executive Officer {person} will step down in March.
{company} CEO {person} told {paper} the deal would close this year.
{company} Vice President {person} said the firm would appeal.
{company} chairman {person}'s family owns a third of the company.
{company} said {person} would replace {person} as chief financial officer.
{person}, founder of {company}, was questioned by police in {city}.
{person}, an analyst at {company} in {city}, said rates would rise.
{person}, an economist at {company}, expects growth of {number} percent.
{company}'s rating was cut by {company}, which cited its debts.
{company}'s new phone goes on sale in {country} next week.
{company} and {company} said on Friday they would merge.
{company} bought {company} for $2 billion in 2014.
{company} has sued {company} in a court in {city}.
{company} will buy planes from {company}, the firms said.
Workers at {company} went on strike in {city}.
Under {person}, {company} became the biggest maker of tyres in {country}.
He joined {company} after leaving {company} and now lives in {city}.
She worked for {company} and later for {agency}.
The central bank told {company} and {company} to raise capital.
{agency} said the economy would grow {number} percent.
{agency} Governor {person} said inflation had slowed.
{agency} spokesman {person} said the figures were wrong.
{agency} has warned that {number} people need help in {country}.
{person} of {agency} said aid had reached {city}.
The {ministry} said on Tuesday that schools in {city} would stay closed.
The {ministry} and the {ministry} did not reply to questions.
An official at the {ministry} told {paper} the talks had failed.
{country}'s {ministry} summoned the ambassador of {country}.
{group} Foreign Minister {person} arrived in {city} on Sunday.
{group} Prime Minister {person} met President {person} in {city}.
{group} police arrested {number} people in {city}.
{group} President {person}'s visit to {country} was put off.
{country} President {person} and {country} Prime Minister {person} signed the deal.
{country} Prime Minister {person} will meet {last} in {city} next week.
{us} Secretary of State {person} flew to {city} for talks with {person}.
{us} Defense Secretary {person} said troops would leave {country}.
{us} President {person} spoke with {last} by telephone, a spokesman said.
{un} Secretary-General {person} called for calm in {country}.
Deputy Prime Minister {person} and Finance Minister {person} resigned on Friday.
Home Affairs Minister {person} said the border with {country} would open.
Information Minister {person} dismissed the report by {paper}.
Health Minister {person} said {number} cases had been found in {city}.
Former foreign minister {person} leads the poll, ahead of {person}.
Vice President {person} and Senator {person} attended the burial in {city}.
State Governor {person} visited the families in {city}.
Governor {person} of {city} said roads would be repaired.
Chief Justice {person} and Attorney General {person} were sworn in.
Police Commissioner {person} said two men had been held.
Police Inspector {person} said the driver fled towards {city}.
Army chief General {person} took power in {country} in a coup.
Archbishop {person} led prayers in {city}.
King {first} of {country} and Queen {first} opened the hospital.
Mayor {person} of {city} urged people to stay at home.
Lawyer {person} said her client, {person}, was innocent.
Coach {person} said {last} would not play against {country}.
Captain {person} scored as {team} beat {team} 2-1.
{team} striker {person} will miss the match against {team}.
{team} have signed {person} from {team} for a fee of {number} million.
{team} coach {person} praised {last} after the win over {team}.
{country} beat {country} by {number} runs in {city}.
{country} will play {country} in the final in {city} on Saturday.
{person} joined {team} from {team} in January.
{paper} reported on Wednesday that {last} had left {country}.
{paper} quoted {person} as saying the talks in {city} had failed.
{paper} said in an editorial that {last} should resign.
The interview with {last} was broadcast by {paper}.
According to {paper}, {person} owns land near {city}.
Reporters from {paper} and {paper} were expelled from {country}.
State news agency {paper} said the ship belonged to {company}.
{person} writes for {paper} and {paper} from {city}.
"It is hard," said {person}, a teacher in {city}.
"I lost everything," said {last}, 34, who sells fruit in {city}.
"We will win," {last} said. "They know it."
{last} said he had met {last} in {city}.
{last} and {last} deny the charges.
{last}, 61, has led {party} since 2009.
{last}'s lawyer, {person}, said she would appeal.
Mr {last} told {paper} he would not stand.
Mr. {last}'s party won {number} seats in {country}.
Ms {last}, who grew up in {city}, joined {party} in 1998.
Mrs {last} and Dr {last} were among those who spoke in {city}.
The opposition {party} said it would take part in the vote.
The ruling {party} won {number} of the seats, according to {paper}.
{party} leader {person} called on {last} to resign.
{party} spokesman {person} said the vote in {city} was rigged.
{party} candidate {person} lost to {person} of {party}.
{party} and {party} failed to agree on a coalition.
Members of {party} marched through {city}.
{person} left {party} to found {party}.
The {ministry} blamed {party} for the attack in {city}.
Fighters of {party} seized {city} in northern {country}.
{city} Mayor {person} and {city} police chief {person} spoke to {paper}.
{person}, a professor at the {university}, said the law was unclear.
Flights between {city} and {city} have been cancelled, {company} said.
The road from {city} to {city} is closed.
{city}, {country} ({paper}) - {person} was released on Monday.
{city}, {country} — Protesters in {city} burned tyres on Tuesday.
Heavy rain hit {city}, {city} and {city} in southern {country}.
{country}, {country} and {country} signed the treaty.
The embassy of {country} in {city} said {person} was safe.
{country} has accused {country} of breaking the ceasefire.
Talks between {country} and {country} have stalled.
{us} Secretary of State {person} said {country} must stop the attacks.
{us} Secretary of State {person} met {last} on the sidelines of the meeting in {city}.
Secretary of State {person} called the vote in {country} a step forward.
Former {us} Secretary of State {person} praised {last}.
{group} Secretary of Defence {person} told {paper} that {country} had agreed.
Assistant Secretary of State {person} travelled to {city}.
Minister of Foreign Affairs {person} and Minister of Health {person} flew to {city}.
Minister of State {person} opened the bridge in {city}.
Leader of the Opposition {person} walked out with members of {party}.
Director General {person} of {agency} said {country} needed help.
{agency} Director-General {person} visited {city}.
{agency} Executive Director {person} resigned on Friday.
{agency} regional director {person} said cases in {country} had doubled.
Managing Director {person} said {company} would open offices in {city}.
Governor {person} of the {bank} held rates.
{bank} Governor {person} said prices in {country} would fall.
The {bank} left its key rate at {number} percent.
The app {company} was taken off stores in {country}.
The messaging app {company} has {number} million users.
Video platform {company} said it would appeal to the {court}.
Games maker {company} and search engine {company} lost users to {company}.
Electric car maker {company} opened a plant near {city}.
Drug maker {company} said its vaccine would be sold in {country}.
Tech companies such as {company} and {company} have hired thousands in {city}.
Banks, including {company}, {company} and {company}, raised their rates.
Telecoms operator {company} has {number} million customers in {country}.
Airline {company} cancelled flights to {city} and {city}.
Fund manager {company} sold its stake in {company}.
Law firm {company} acts for {person}.
{company}, founded in {city} by {person}, makes pumps for {company}.
{company} opened lower on the {exchange}.
{company} was listed on the {exchange} in 2011.
The IPO of {company} raised $300 million on the {exchange}.
{company}'s shares were suspended, and those of {company} fell.
{company} was founded in 1987 and bought by {company} two years later.
Users of {company} complained that their data had been sold.
Investors in {company} met in {city}.
A rival of {company}, {company}, opened in {city} last year.
{company} took over the business of {company} in {country}.
{company}: We deny the claims made by {last}.
The {court} ordered {company} to pay {person}.
The {court} in {city} sentenced {person} to {number} years in jail.
The {court} threw out the case against {last}.
Justice {person} of the {court} adjourned the case.
The {forces} said {number} rebels were killed near {city}.
The {forces} bombed {city}, {paper} reported.
A spokesman for the {forces}, Colonel {person}, said {city} had been retaken.
{forces} troops entered {city} at dawn.
Students of {university} marched to {site}.
{university} has named {person} as its head.
{person} studied law at {university} and joined {company}.
The plane landed at {site} at noon.
{number} people drowned when a boat sank in {site}.
The march began at {site} and ended at {site}.
Fires spread along {site} towards {city}.
Police closed {site} after the shooting.
The {city} district in the west of {country} was cut off.
In the {city} province of {country}, {number} houses burned.
She was born in {city}, {country}, and raised in {city}.
From {city} to {city}, people lined the streets.
{city}-based {company} bought {company}.
The {city}-based group {company} said it knew nothing.
{city}'s mayor, {person}, blamed {company}.
{country}'s economy shrank, {agency} said.
{country}'s {last} won gold ahead of {country}'s {last}.
{country}'s {person} beat {person} of {country} in the final.
{last} beat {last} 6-4, 6-2.
{last} took the lead before {last} scored for {team}.
By {person} in {city}
By {person}, {paper}
{person}, {city}
{person}
{person}, who was born in {city}, died on Sunday. {last} was 84.
{person} and his wife, {first}, live in {city}.
{first} and {first} were found by neighbours.
{person}, {person} and {person} were named in the report.
{person} told {paper}: "I have never met {last}."
{person} (left) with {person} in {city}.
Photograph: {person}/{paper}
{last} said: "{country} is ready."
{last} has denied it. So has {last}.
"Yes," {last} said. "{company} paid for it."
But {last} said {party} would not join.
Yet {company} has not paid.
For {last}, the fight with {company} is not over.
As {last} left {city}, supporters of {party} cheered.
While {country} waits, {company} is selling.
{group} officials said {company} had broken the law.
{group} media said {last} was in {city}.
{group} rebels freed {person}, {agency} said.
Both {group} and {group} forces left {city}.
Most {group} voters trust {last} more than {last}.
{party} won in {city}, {party} in {city}.
{party} lawmaker {person} and {party} chairman {person} met in {city}.
{person}, of {party}, was re-elected in {city}.
{person}'s {party} lost its majority in {country}.
{paper} and {paper} both led with the story from {city}.
{paper} columnist {person} wrote that {last} was wrong.
Editor {person} of {paper} was arrested in {city}.
{CITY} {date}
{CITY}, {date}
{CITY} ({paper}) - {person} told {agency} on Monday that {last} had left.
{CITY}, {country} - {company} has agreed to sell its stake in {company}.
{country} says ready for talks with {country}
{country}, {country} to sign trade pact in {city}
{group} leader urges {country} to free {person}
{last} says will not quit as {group} president
{last} meets {last} in {city}
{company} sees third-quarter net up {number} percent
{company} to cut {number} jobs in {country}
{company} shares end higher in {city}
{party} wins {city} by-election
{agency} sends aid to {country}
Bomb kills {number} in {city}
{city} mayor quits over {company} loan
UPDATE 1-{company} says to buy {company}
TABLE - {company} third-quarter results
INTERVIEW - {company} eyes {country}
PRESS DIGEST - {country} - {date}
{last} {day} told {paper} that {country} had agreed to talks.
{person} {day} met {last} in {city}.
{group} spokesman {person} said {day} the two sides would meet in {city}.
King {first} {day} received {person} in {city}.
{country}'s King {first} and {country}'s President {person} spoke by telephone {day}.
Sheikh {person} said {day} he would go to {city}.
{party} and {party} met {day} in {city}.
{west} diplomats in {city} said {country} was close to a deal.
{west} nations have warned {country} and {party}.
{storm} hit {city} and moved towards {country}.
{storm} was expected to reach {site} on {day}.
He was held at the {city} airport on {day}.
Soldiers killed {number} people in {city} province, {agency} said.
The talks in {city} between {country} and {party} broke down {day}.
{country} has accused {country} of breaking the ceasefire.
{country} says it will not talk to {party}.
{country} rejected the charge, and {country} welcomed it.
Relations between {country} and {country} have cooled since {last} took office.
{country} officials said {last} was safe.
`
  .trim()
  .split('\n');
