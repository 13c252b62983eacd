using System.Collections.Frozen;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Names that many share: whoever bears one need not be the person whom we know.</summary>
internal static class FamilyNames
{
    /// <summary>Chinese, Korean and Vietnamese ones, which stand in front.</summary>
    private static readonly FrozenSet<string> Eastern = Words(
        """
        an ang bae bai bao bui cai cao chan chang chao chau che chen cheng cheung chew chi chiang chiu cho choi chong chou chow choy
        chu chua chun chung dai dang deng ding do dong du duan duong fan fang feng fong fu fung gan gao ge geng goh gong gu guan guo
        ha han hao he heng ho hoang hong hou hsieh hsu hu hua huang hui hung huynh huo hwang im jang jeon jeong ji jia jiang jiao jin
        jung kang ke khoo kim ko koh kong koo ku kuo kwan kwok kwon lai lam lan lau law le lee lei leung li liang liao lim lin ling
        liu lo loh long lou low lu lui luo luu ma mah mai mao meng mi miao min mo mok moon na nam nan ng ngo nguyen ni nie ning noh oh
        ong ou ouyang pak pan pang park pei peng pham phan pu qi qian qiao qin qiu qu quan ren ruan ryu seo sha shan shao shen sheng
        shi shih shim shin shum si siew sim sima sin situ so son song su suh sun tai tam tan tang tao teo teng thai tian ting to toh
        tong tran truong tsai tsang tse tseng tso tsui tu vo vu vuong wan wang wei wen weng wong woo wu xi xia xiang xiao xie xin xing
        xiong xu xue yan yang yao ye yeh yeo yeoh yeung yi yim yin ying yip yoo yoon you yu yuan yue yuen yun zeng zha zhai zhan zhang
        zhao zheng zhong zhou zhu zhuang zhuo zou zuo
        """);

    private static readonly FrozenSet<string> Elsewhere = Words(
        """
        abe adams ahmed alexander ali allen almeida anderson andersen andrews aoki baker bauer becker bell bennett berg berger bianchi
        braun brooks brown bruno bryant butler campbell carter castro clark clarke cohen collins conti cook cooper cox cruz davies davis
        diaz edwards endo esposito evans fernandez ferrari fischer fisher foster fox fujii fujita fujiwara fukuda garcia gomez gonzales
        gonzalez goto graham gray green greene griffin gupta hall hamilton hansen harada hara harris harrison hartmann hasegawa
        hashimoto hayashi heller henderson hernandez hill hoffmann howard hughes ikeda imai inoue ishida ishihara ishii ishikawa
        ito iwasaki jackson jacobs james jansen jenkins jensen johnson jones kaneko kato kaufman keller kelly kelley kennedy khan kikuchi kimura
        king klein kobayashi koch kobayakawa kondo kowalski kudo kumar larsen lewis lopez maeda maier marino marshall martin martinez
        maruyama matsuda matsui matsumoto matsumura matsuo mayer mendoza meyer miller mills mitchell miura miyamoto miyazaki moore
        morales moreno morgan mori morita morris morrison muller murakami murphy murray myers nagai nagata nakagawa nakajima nakamura
        nakano nakata nakayama nelson neumann newman nguyen nielsen nishimura nishida noguchi novak obrien oda ogawa okada okamoto ono
        ortiz ota otsuka palmer parker patel pereira perez peters petersen peterson phillips powell price ramirez ramos reed reyes
        reynolds ricci richardson richter rivera roberts robinson rodriguez rodrigues rogers romano ross rossi russell russo saito
        sakai sakamoto sakurai sanchez sanders santos sasaki sato schmidt schmitz schneider scholz schroeder schulz schwarz scott shah
        sharma shaw shibata shimada shimizu silva simmons singh smith snyder sousa souza stewart sugawara sugiyama sullivan suzuki
        takada takagi takahashi takano takeda takeuchi tanaka tanabe taylor teller thomas thompson torres tucker turner uchida ueda ueno vogel
        wada wagner walker wallace ward watanabe watson weber weiss werner west white wilson wolf wood woods wright yamada yamaguchi
        barnes bonnet costa dubois dupont durand eriksson fontaine girard johansson karlsson lefebvre leroy lindgren moreau nilsson
        yamamoto yamamura yamashita yamazaki yokoyama yoshida young zimmermann
        """);

    /// <summary>Given names that are a letter away from other people's names.</summary>
    private static readonly FrozenSet<string> Given = Words(
        """
        adam agnes aiko akiko akira alan albert alex alice alina aline alison amanda amelia amina ana andrea andreas andrei andrew angela
        ann anna anne annie anton antonia antonio arthur barbara ben benjamin bernard bianca brian bruno camille carla carlo carlos
        carmen carol carolina caroline catherine cecilia charles charlie charlotte chiara chris christian christina christine clara
        claire claude claudia claudio cristina daisuke daniel daniela daniele david deborah denis diana diego dominic dora edith
        eduardo edward elena eliza elizabeth ella ellen emil emily emma eric erik ernst esther eva fabian fatima felix fernanda
        fernando francesca francesco francis frank franz fred frida gabriel gabriela george georgia giovanni giulia gloria grace greta
        haruka haruki harry hana hanna hannah hans harold hasan heidi helen helena henri henry hiroko hiroshi hugo ibrahim ida ines
        inga ingrid irene iris isabel isabella ivan ivana jack jacob james jan jana jane janet jean jenny jessica jim joan joanna joao
        joe johan johanna john jonas jorge jose josef joseph juan judith julia julian juliana julie julien karen karin karl kate
        katharina kazuo keiko kenji kevin klaus kurt lara laura leila lena leo leon leonard leonardo leonora lina linda lisa louis
        louisa louise luca lucas lucia lucy luis luisa luise lukas magda magdalena manuel marc marcel marco marcus margaret maria
        mariam marian mariana marianne marie marina mario marion marisa mark markus marta martha martin martina marvin mary mateo mathias
        matteo matthew matthias max maya michael michel michele michiko miguel mika mila milan mina mira miriam mohamed mohammed moritz
        naoki naoko naomi natalia natalie nathan nicholas nick nicola nicolas nikolai nina nora noriko norma olga oliver olivia omar
        oscar otto pablo pamela patricia patrick paul paula paulo pedro peter philip philipp pierre rachel rafael ralph raymond rebecca
        renata renate rene richard rita robert roberta roberto robin roland roman ronald rosa rosie ruth ryan sabine sachiko sakura sally
        salma sam samuel sandra sara sarah satoshi sebastian sergei shinji silvia simon simona simone sofia sonia sonja sophia sophie
        stefan stefano stella stephan stephen steven sue susan susanna susanne suzanne sylvia takahiro takako takashi takeshi tamara
        tania tanja tanya tara taro teresa tetsuya theo theodor theresa thomas tim tina tobias tom tomas tomasz tomoko toshio tony
        ulrich ursula valentina vera veronica victor victoria vincent viola virginia walter wanda werner wilhelm william yoko yoshiko
        yuki yukiko yuko yumi yumiko yusuf yuval zoe
        """);

    public static bool IsEastern(string plain) => Eastern.Contains(plain);

    /// <summary>Borne by too many to point at one person.</summary>
    public static bool IsCommon(string plain) => Eastern.Contains(plain) || Elsewhere.Contains(plain);

    public static bool IsGiven(string plain) => Given.Contains(plain);

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
