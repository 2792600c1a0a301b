"""The clauses that leads are made of; both languages have the same keys (tested)."""

SV: dict[str, str] = {
    "lead.needs": "{goal} kräver {needed} mindre om året från {year}",
    "lead.needs.they_fall": "{goal} kräver att {who} minskar {needed} om året från {year}",
    "lead.needs.tonnes": "{goal} kräver {needed} mindre varje år från {year}",
    "lead.yardstick": "{goal} kräver {needed} mindre om året från {year}",
    "lead.yardstick.fell": "{first}–{last} minskade utsläppen {rate}",
    "lead.but": ", men {done}",
    "lead.rose": ", och {year} ökade de {share}",
    "lead.before": ", men nästan allt före {year}",
    "lead.change.up": "De ökade {share} det året",
    "lead.change.down": "De minskade {share} det året",
    "lead.change.up.year": "{year} ökade {who} {share}",
    "lead.change.down.year": "{year} minskade {who} {share}",
    "lead.cause": ": {cause}",
    "lead.gas.co2e": "växthusgaserna",
    "lead.gas.co2": "koldioxiden",
    "lead.leaves_out": "Här räknas hela kommunen, även {part} som målet ställer utanför",
    "lead.reached": "Målet {goal} är nått {years} i förtid: {actual} {year} mot {target}",
    "lead.reached.rises": "Målet {goal} är nått {years} i förtid, men utsläppen ökar: {actual} "
    "{year} mot {target}, så det är osäkert",
    "lead.reached.in_time": "Målet {goal} är nått: {actual} {year} mot {target}",
    "lead.missed": "Målet {goal} nåddes inte: {actual} {year} mot {target}",
    "lead.missed.short": "Målet {goal} nåddes inte",
    "lead.awaiting": "Målåret {target_year} har gått; statistiken går till {year}",
    "lead.awaiting.left": "Målåret {target_year} har gått; statistiken går till {year}, då {left} "
    "var kvar till {goal}",
    "lead.budget.spent": "{goal} är överskriden: {used} har släppts ut mot {budget}",
    "lead.next.part": "{whose} mål {target_year} kräver {needed} mindre om året; {part} har {done}",
    "lead.next.fallen": "minskat {rate}",
    "lead.next.risen": "ökat {rate}",
    "lead.next": "{goal} kräver {needed} mindre om året",
    "lead.part.transport": "transporterna",
    "lead.whose.transport": "Transporternas",
    "lead.enough": "{goal} kräver inte att utsläppen minskar mer",
    "lead.passed": "{goal}: målåret har gått utan statistik",
    "lead.passed.why": "{goal} går inte att bedöma",
    "lead.rate": "{goal} är målet; från {year} krävs {needed}",
    "lead.rate.why": "{goal} är målet; från {year} krävs {needed}, eftersom minskningen hittills "
    "varit mindre",
    "lead.rate.short": "Målet är {goal}",
    "lead.own_rate": "Stadens egen takt är {rate} om året",
    "lead.own": "Siffrorna är {publisher}s egna",
    "lead.no_goals": "Kommunens egna klimatmål finns inte här",
    "lead.why.consumption": "{possessive} mål räknar även konsumtion och går inte att bedöma här",
    "lead.why.no_series": "{possessive} mål går inte att bedöma: det finns ingen statistik om dem "
    "här",
    "lead.why.no_target_value": "{possessive} mål går inte att bedöma: källan säger inte vad som "
    "ska nås",
    "lead.why.no_base": "{possessive} mål går inte att bedöma: källan anger inget basår",
    "lead.why.other_size": "{possessive} mål går inte att bedöma: statistiken är av annan storlek",
    "lead.why.no_done_rate": "{possessive} mål går inte att bedöma: statistiken har för få år",
    "lead.why.narrative": "{possessive} mål är i ord och går inte att bedöma mot utsläppen",
    "lead.why.several": "{possessive} egna mål går inte att bedöma här",
    "lead.nothing": "Det finns ingen statistik här om utsläppen {in_place}.",
}

EN: dict[str, str] = {
    "lead.needs": "{goal} requires {needed} less each year from {year}",
    "lead.needs.they_fall": "{goal} requires {who} to fall by {needed} a year from {year}",
    "lead.needs.tonnes": "{goal} requires {needed} less every year from {year}",
    "lead.yardstick": "{goal} requires {needed} less each year from {year}",
    "lead.yardstick.fell": "in {first}–{last} emissions fell by {rate}",
    "lead.but": ", but {done}",
    "lead.rose": ", and in {year} they rose by {share}",
    "lead.before": ", but nearly all of it before {year}",
    "lead.change.up": "They rose by {share} that year",
    "lead.change.down": "They fell by {share} that year",
    "lead.change.up.year": "in {year} {who} rose by {share}",
    "lead.change.down.year": "in {year} {who} fell by {share}",
    "lead.cause": ": {cause}",
    "lead.gas.co2e": "greenhouse gases",
    "lead.gas.co2": "carbon dioxide emissions",
    "lead.leaves_out": "The whole municipality is counted here, including {part}, which the goal "
    "leaves out",
    "lead.reached": "The goal of {goal} has been reached {years} early: {actual} in {year} against "
    "{target}",
    "lead.reached.rises": "The goal of {goal} has been reached {years} early, but emissions are "
    "rising: {actual} in {year} against {target}, so it is uncertain",
    "lead.reached.in_time": "The goal of {goal} has been reached: {actual} in {year} against "
    "{target}",
    "lead.missed": "The goal of {goal} was not met: {actual} in {year} against {target}",
    "lead.missed.short": "The goal of {goal} was not met",
    "lead.awaiting": "The target year {target_year} has passed; statistics reach {year}",
    "lead.awaiting.left": "The target year {target_year} has passed; statistics reach {year}, when "
    "{left} remained to {goal}",
    "lead.budget.spent": "{goal} is exceeded: {used} has been emitted against {budget}",
    "lead.next.part": "{whose} goal for {target_year} requires {needed} less each year; {part} has "
    "{done}",
    "lead.next.fallen": "fallen by {rate}",
    "lead.next.risen": "risen by {rate}",
    "lead.next": "{goal} requires {needed} less each year",
    "lead.part.transport": "transport",
    "lead.whose.transport": "Transport’s",
    "lead.enough": "{goal} does not require emissions to fall further",
    "lead.passed": "{goal}: the target year has passed without statistics",
    "lead.passed.why": "{goal} cannot be assessed",
    "lead.rate": "The goal is {goal}; from {year} it takes {needed}",
    "lead.rate.why": "The goal is {goal}; from {year} it takes {needed}, as the fall so far has "
    "been smaller",
    "lead.rate.short": "The goal is {goal}",
    "lead.own_rate": "The city’s own rate is {rate} a year",
    "lead.own": "The figures are {publisher}’s own",
    "lead.no_goals": "The municipality’s own climate goals are not here",
    "lead.why.consumption": "{possessive} goals also count consumption and cannot be assessed here",
    "lead.why.no_series": "{possessive} goals cannot be assessed: there are no statistics on them "
    "here",
    "lead.why.no_target_value": "{possessive} goals cannot be assessed: the source does not say "
    "what is to be reached",
    "lead.why.no_base": "{possessive} goals cannot be assessed: the source states no base year",
    "lead.why.other_size": "{possessive} goals cannot be assessed: the statistics are of another "
    "size",
    "lead.why.no_done_rate": "{possessive} goals cannot be assessed: the statistics have too few "
    "years",
    "lead.why.narrative": "{possessive} goals are in words and cannot be assessed against "
    "emissions",
    "lead.why.several": "{possessive} own goals cannot be assessed here",
    "lead.nothing": "There are no statistics here on emissions {in_place}.",
}
