#include "pages/month_names.h"

namespace hearsay {
namespace {

// As append_base() leaves them; separated by spaces.
constexpr std::string_view kNames[12] = {
    " january januar janvier enero gennaio janeiro januari tammikuu tammikuuta tammikuun styczen stycznia "
    "leden ledna januara ianuarie sijecanj sijecnja января январь січня января януари ιανουαριου ιανουαριος "
    "ocak gener janvaris janvari sausio sausis jaanuar ianuarie jan janv ene gen genn tam sty led ian янв "
    "ιαν oca sau janeiro ",
    " february februar fevrier febrero febbraio fevereiro februari helmikuu helmikuuta helmikuun luty lutego "
    "unor unora februara februarie veljaca veljace февраля февраль лютого февруари φεβρουαριου "
    "φεβρουαριος subat febrer februaris februari vasario vasaris veebruar februarja feb fev febb fevr helmi "
    "lut uno "
    "фев φεβ sub febr vas februarja ",
    " march marz mars marzo marco maart maaliskuu maaliskuuta maaliskuun marzec marca brezen brezna "
    "marec martie ozujak ozujka марта март березня μαρτιου μαρτιος mart marc marts kovo kovas marts mar mrz "
    "maa marcius martii maerz maliskuuta mar мар μαρ kov bre ",
    " april avril abril aprile huhtikuu huhtikuuta huhtikuun kwiecien kwietnia duben dubna aprila aprilie "
    "travanj travnja апреля апрель квітня април απριλιου απριλιος nisan aprilis balandzio balandis aprill "
    "apr "
    "avr abr huhti kwi dub апр απρ nis bal aprilja ",
    " may mai maj mayo maggio maio mei toukokuu toukokuuta toukokuun maja kveten kvetna majus svibanj "
    "svibnja мая маи травня μαιου μαιος mayis maig maijs maija geguzes geguze mag touko kve μαι geg май "
    "maya ",
    " june juni juin junio giugno junho kesakuu kesakuuta kesakuun czerwiec czerwca cerven cervna juna iunie "
    "lipanj "
    "lipnja июня июнь червня юни ιουνιου ιουνιος haziran juny junijs junija birzelio birzelis juuni jun giu "
    "kesa "
    "cze cvn junij юни juni ιουν haz bir junius iun ",
    " july juli juillet julio luglio julho heinakuu heinakuuta heinakuun lipiec lipca cervenec cervence jula "
    "iulie srpanj srpnja июля июль липня юли ιουλιου ιουλιος temmuz juliol julijs julija liepos liepa juuli "
    "jul "
    "juil lug heina lip cvc julij ιουλ tem lie julius iul ",
    " august aout agosto augustus augusti elokuu elokuuta elokuun sierpien sierpnia srpen srpna avgust "
    "augusta kolovoz kolovoza августа август серпня αυγουστου αυγουστος agustos agost augusts augusta "
    "rugpjucio rugpjutis aug ago elo sie srp авг αυγ agu avg rgp augusztus ",
    " september septembre septiembre settembre setembro syyskuu syyskuuta syyskuun wrzesien wrzesnia zari "
    "septembra septembrie rujan rujna сентября сентябрь вересня септември σεπτεμβριου σεπτεμβριος "
    "eylul setembre septembris septembri rugsejo rugsejis sep sept set sett syys wrz zar сен сент σεπ eyl "
    "rgs setiembre "
    "szeptember szept ",
    " october oktober octobre octubre ottobre outubro lokakuu lokakuuta lokakuun pazdziernik pazdziernika "
    "rijen rijna oktobra octombrie октября октябрь жовтня октомври οκτωβριου οκτωβριος ekim "
    "octubre oktobris oktobri spalio spalis oktoober oct okt ott out loka paz rij окт οκτ eki spa ",
    " november novembre noviembre novembro marraskuu marraskuuta marraskuun listopad listopada "
    "novembra noiembrie studeni studenoga studenog ноября ноябрь листопада ноември νοεμβριου νοεμβριος "
    "kasim novembris novembri lapkricio lapkritis nov marras lis ноя νοε kas lap noi ",
    " december dezember decembre diciembre dicembre dezembro joulukuu joulukuuta joulukuun grudzien grudnia "
    "prosinec prosince decembra decembrie prosinac prosinca декабря декабрь грудня декември δεκεμβριου "
    "δεκεμβριος aralik desembre decembris decembri gruodzio gruodis detsember desember dec dez dic des joulu "
    "gru pro дек δεκ ara ",
};

}  // namespace

int month_of_name(std::string_view word) {
  if (word.size() < 3 || word.size() > 32) return 0;
  for (int month = 1; month <= 12; ++month) {
    const std::string_view names = kNames[month - 1];
    for (std::size_t at = names.find(word); at != std::string_view::npos; at = names.find(word, at + 1)) {
      if (names[at - 1] == ' ' && names[at + word.size()] == ' ') return month;
    }
  }
  return 0;
}

}  // namespace hearsay
