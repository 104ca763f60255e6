#include "ingest/language.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "hearsay/pipeline.h"

namespace hearsay {
namespace {

const LanguageModel& model() {
  static const Result<LanguageModel> loaded = load_languages(default_model_directory() / "languages.model");
  return *loaded;
}

std::string detect(std::string_view text) { return detect_language(model(), text); }

constexpr std::string_view kEnglish =
    "The mayor said on Monday that the bridge was safe and that nobody had asked her about the readings. Two "
    "officials "
    "who were briefed on the matter denied it, and the ministry declined to comment.";
constexpr std::string_view kGerman =
    "Die Bürgermeisterin sagte am Montag, die Brücke sei sicher und niemand habe sie nach den Messwerten "
    "gefragt. Zwei "
    "Beamte, die mit der Sache vertraut sind, bestritten das, und das Ministerium wollte sich nicht äußern.";

// The same report in each, in our own words.
struct Sample {
  std::string_view language, text;
};
constexpr Sample kSamples[] = {
    {"en", kEnglish},
    {"de", kGerman},
    {"fr",
     "La maire a déclaré lundi que le pont était sûr et que personne ne lui avait posé de question sur les "
     "mesures. "
     "Deux responsables informés du dossier l'ont démenti et le ministère n'a pas souhaité s'exprimer."},
    {"es",
     "La alcaldesa dijo el lunes que el puente era seguro y que nadie le había preguntado por las "
     "mediciones. Dos "
     "funcionarios que conocen el asunto lo negaron, y el ministerio no quiso hacer comentarios."},
    {"it",
     "La sindaca ha detto lunedì che il ponte era sicuro e che nessuno le aveva chiesto delle misurazioni. "
     "Due "
     "funzionari informati della questione lo hanno smentito e il ministero non ha voluto commentare."},
    {"pt",
     "A prefeita disse na segunda-feira que a ponte era segura e que ninguém lhe tinha perguntado sobre as "
     "medições. "
     "Dois funcionários que conhecem o caso negaram, e o ministério não quis comentar."},
    {"nl",
     "De burgemeester zei maandag dat de brug veilig was en dat niemand haar naar de metingen had gevraagd. "
     "Twee "
     "ambtenaren die van de zaak op de hoogte zijn ontkenden dat, en het ministerie wilde niet reageren."},
    {"sv",
     "Borgmästaren sade på måndagen att bron var säker och att ingen hade frågat henne om mätningarna. Två "
     "tjänstemän "
     "som känner till saken förnekade det, och departementet ville inte kommentera."},
    {"nb",
     "Ordføreren sa mandag at broen var trygg, og at ingen hadde spurt henne om målingene. To tjenestemenn "
     "som kjenner "
     "saken, avviste det, og departementet ville ikke kommentere noe av dette."},
    {"fi",
     "Pormestari sanoi maanantaina, että silta on turvallinen eikä kukaan ollut kysynyt häneltä "
     "mittauksista. Kaksi "
     "asiaan perehtynyttä virkamiestä kiisti tämän, eikä ministeriö halunnut kommentoida."},
    {"pl",
     "Burmistrz powiedziała w poniedziałek, że most jest bezpieczny i że nikt nie pytał jej o pomiary. Dwaj "
     "urzędnicy, "
     "którzy znają sprawę, zaprzeczyli temu, a ministerstwo odmówiło komentarza."},
    {"cs",
     "Starostka v pondělí řekla, že most je bezpečný a že se jí na měření nikdo neptal. Dva úředníci, kteří "
     "jsou s věcí "
     "obeznámeni, to popřeli a ministerstvo se odmítlo vyjádřit."},
    {"hu",
     "A polgármester hétfőn azt mondta, hogy a híd biztonságos, és senki sem kérdezte őt a mérésekről. Két "
     "tisztviselő, "
     "aki ismeri az ügyet, ezt tagadta, a minisztérium pedig nem kívánt nyilatkozni."},
    {"ro",
     "Primărița a declarat luni că podul este sigur și că nimeni nu a întrebat-o despre măsurători. Doi "
     "funcționari care "
     "cunosc cazul au negat acest lucru, iar ministerul nu a dorit să comenteze."},
    {"tr",
     "Belediye başkanı pazartesi günü köprünün güvenli olduğunu ve kimsenin kendisine ölçümleri sormadığını "
     "söyledi. "
     "Konuyu bilen iki yetkili bunu yalanladı, bakanlık ise yorum yapmak istemedi."},
    {"id",
     "Wali kota mengatakan pada hari Senin bahwa jembatan itu aman dan tidak ada yang bertanya kepadanya "
     "tentang "
     "pengukuran. Dua pejabat yang mengetahui masalah ini membantahnya, dan kementerian tidak mau "
     "berkomentar."},
    {"vi",
     "Thị trưởng nói hôm thứ Hai rằng cây cầu an toàn và không ai hỏi bà về các số đo. Hai quan chức biết rõ "
     "vụ việc "
     "đã phủ nhận điều đó, còn bộ từ chối bình luận về vấn đề này."},
    {"ru",
     "Мэр заявила в понедельник, что мост безопасен и что никто не спрашивал её об измерениях. Двое "
     "чиновников, "
     "знакомых с делом, опровергли это, а министерство отказалось от комментариев."},
    {"uk",
     "Мерка заявила в понеділок, що міст безпечний і що ніхто не питав її про вимірювання. Двоє посадовців, "
     "обізнаних "
     "зі справою, заперечили це, а міністерство відмовилося від коментарів."},
    {"bg",
     "Кметицата заяви в понеделник, че мостът е безопасен и че никой не я е питал за измерванията. Двама "
     "служители, "
     "запознати със случая, отрекоха това, а министерството отказа коментар."},
    {"ar",
     "قالت رئيسة البلدية يوم الاثنين إن الجسر آمن وإن أحدا لم يسألها عن القياسات. ونفى ذلك مسؤولان مطلعان "
     "على الأمر، "
     "ورفضت الوزارة التعليق على هذه المسألة."},
    {"fa",
     "شهردار روز دوشنبه گفت که پل امن است و هیچ کس از او درباره اندازه گیری ها نپرسیده است. دو مقام "
     "که "
     "از موضوع آگاه "
     "بودند این را رد کردند و وزارتخانه از اظهار نظر خودداری کرد."},
    {"hi",
     "महापौर ने सोमवार को कहा कि पुल सुरक्षित है और किसी ने उनसे माप के बारे में नहीं पूछा। मामले से परिचित दो अधिकारियों "
     "ने इससे इनकार किया और मंत्रालय ने टिप्पणी करने से मना कर दिया।"},
    {"el",
     "Η δήμαρχος είπε τη Δευτέρα ότι η γέφυρα ήταν ασφαλής και ότι κανείς δεν την είχε ρωτήσει για τις "
     "μετρήσεις."},
    {"he", "ראשת העיר אמרה ביום שני שהגשר בטוח ושאיש לא שאל אותה על המדידות."},
    {"ja", "市長は月曜日、橋は安全であり、測定値について誰からも尋ねられなかったと述べた。"},
    {"zh",
     "市长周一表示，大桥是安全的，没有人向她询问过测量数据。两名知情官员否认了这一说法，该部拒绝置评。"},
    {"ko", "시장은 월요일에 다리가 안전하며 아무도 측정값에 대해 묻지 않았다고 말했다."},
    {"th", "นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าสะพานปลอดภัยและไม่มีใครถามเธอเกี่ยวกับการวัด"},
};

TEST(DetectLanguage, TellsEach) {
  for (const Sample& sample : kSamples) EXPECT_EQ(detect(sample.text), sample.language) << sample.text;
}

TEST(DetectLanguage, SaysNothingOfTooFewWords) {
  for (const std::string_view text :
       {"", " ", "Ada Holm", "Nein!", "1, 2, 3", "Ada Holm, Eva Strand, Yusuf Amadi", "\U0001F642\U0001F642",
        "https://example.com/a/b/c"}) {
    EXPECT_EQ(detect(text), "") << text;
  }
}

TEST(DetectLanguage, SaysNothingOfWhatRepeatsItself) {
  for (char c = 'a'; c <= 'z'; ++c) EXPECT_EQ(detect(std::string(10000, c)), "") << c;
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "Nein, sagte er. ";
  EXPECT_EQ(detect(text), "");
}

TEST(DetectLanguage, GoesByTheMajority) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += std::string(i % 5 == 0 ? kEnglish : kGerman) + "\n\n";
  EXPECT_EQ(detect(text), "de");
  text.clear();
  for (int i = 0; i < 60; ++i) text += std::string(i % 5 == 0 ? kGerman : kEnglish) + "\n\n";
  EXPECT_EQ(detect(text), "en");
  // A name or a line in another script is no other language.
  EXPECT_EQ(detect(std::string(kEnglish) + " 市长周一表示，大桥是安全的"), "en");
}

TEST(DetectLanguage, TakesForeignNamesForNoForeignLanguage) {
  EXPECT_EQ(
      detect("Przemysław Wiśniewski beat Nguyễn Thị Minh in the first round, Jürgen Großmann said, and Þóra "
             "Guðmundsdóttir lost to Çağla Yıldırım in the second, while Łukasz Wójcik and Müge Öztürk won."),
      "en");
}

TEST(DetectLanguage, CutsNoCodePoint) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "мост ";
  for (std::size_t shift = 0; shift < 4; ++shift) {
    text.insert(0, "a");
    EXPECT_NE(detect(text), "en");
  }
}

TEST(LanguageTags, AreComparedByLanguage) {
  EXPECT_TRUE(is_same_language("en-GB", "en"));
  EXPECT_TRUE(is_same_language("EN_us", "en"));
  EXPECT_TRUE(is_same_language("no", "nb"));
  EXPECT_TRUE(is_same_language("nn-NO", "nb"));
  EXPECT_FALSE(is_same_language("en", "de"));
  EXPECT_FALSE(is_same_language("", ""));
  EXPECT_TRUE(names_language("de-AT"));
  for (const std::string_view tag : {"", "und", "mul", "English", "x", "12"})
    EXPECT_FALSE(names_language(tag)) << tag;
}

TEST(LanguageModel, IsCheckedWhenItIsLoaded) {
  EXPECT_EQ(load_languages("/nonexistent/languages.model").error().code, ErrorCode::not_found);
  EXPECT_EQ(load_languages(default_model_directory() / "events.model").error().code,
            ErrorCode::corrupt_model);
  EXPECT_EQ(model().reads, "en");
  EXPECT_EQ(model().names.size(), 41u);
}

}  // namespace
}  // namespace hearsay
